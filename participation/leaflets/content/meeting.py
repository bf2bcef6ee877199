"""What is the meeting for? What it is, why, what can be chosen, who sees what; no is OK (S29)."""

from participation.leaflets.content.shapes import Fact, Family, Version

AGE_8_11 = """
## What it is
Some grown-ups meet. They plan how to keep you safe.

## Why
Some adults are worried. Someone may not be safe to be with.

We may be wrong. How do you see it?

!mint Not your fault | This meeting is not to blame you or tell you off. Police may come. Ask us
  what that means for you.

## Who comes
@ Your worker | knows you and helps you
@ The person who runs it | lets everyone have a turn
@ Other helpers | a teacher, a nurse or police

## What you can choose
- Go to all or a part.
- Send words or a drawing.
- Let someone speak for you.
- Say no. That is OK. It may still happen.

## Who sees your words
Your worker and the person who runs the meeting read them. We don't show everyone.

What if a child could get hurt? Then we tell someone who can help.

We will try to tell you first.

## After
Your worker tells you what will happen and why.

## Who to ask
Ask your worker or an adult you trust. An advocate can help you too.

An advocate is on your side. They speak up for you.
"""

AGE_12_15 = """
## What it is
Adults meet to plan how to keep you safe. What you want should be part of the plan.

## Why it happens
Some adults are worried someone may be treating you badly. We may have got bits wrong. How do you
see it?

Adults have started talking. What you say can still change the plan.

!mint Not to blame you | This meeting is not to blame you or tell you off. Police may come. Ask us
  what that means for you.

## Who may be there
@ Your worker | helps you get ready
@ The person who runs the meeting | makes sure you are heard
@ Police officer | tries to stop people who hurt or use children
@ People from school or health | know what helps you day to day

Don't want someone there? Tell us.

We can't always change it. We'll say why.

## You choose how to take part
- Go to all of it, or to some of it.
- Join by phone or video.
- Meet one person before.
- Send your words, a drawing or a voice note.
- Ask someone to speak for you.
- Not this time. Saying no is OK. The meeting may still happen. You can still send words.

Ask for breaks, a quiet place or an interpreter too.

## Who sees what you say
What you write goes to your worker and to the person who runs the meeting. Others only hear the
parts you tick. It goes on your record.

We can't keep it secret if someone is being hurt or could be. We'll try to tell you who we tell, and
why.

## Someone on your side
You can have an advocate. An advocate is not your worker.

They help you say what you want. They keep it private unless someone could be hurt.

## What comes next
1. Before | Your worker asks what you want people to know. You can skip anything.
2. On the day | The adults hear your words first, then they plan.
3. After | Your worker tells you face to face what was agreed and why.

Questions? Ask your worker, or an adult you trust.
"""

AGE_16_17 = """
## What it is
It is a meeting to plan how to keep you safe. It is about your life, so your view belongs in it.

## Why it happens
Some adults are worried someone may be treating you badly. They have talked to each other about it.

We may have got bits wrong. How do you see it?

Adults have started talking. What you say can still change the plan.

!mint Not to blame you | This meeting is not to blame you or tell you off. Police may come. Ask us
  what that means for you.

## Who may be there
@ Your worker | helps you get ready and stays in touch after
@ The person who runs the meeting | makes sure you are heard, and that the plan is written down
@ Police officer | tries to stop people who hurt or use children
@ School, college, work or health | know what helps you day to day

If there is someone you would rather not have there, tell us. We can't always change it. We'll say
why.

## You choose how to take part
- Go to all of it, or to some of it.
- Join by phone or video.
- Meet the person who runs it before the day.
- Send your words, a drawing or a voice note.
- Ask someone to speak for you.
- Not this time. Saying no is OK. The meeting may still happen. You can still send words.

Tell us about work, college, children or travel. We try to find a time and a place that fit around
your life. You can also ask for breaks, an interpreter, or to know who will be in the room.

## Who sees what you say
What you write goes to your worker and to the person who runs the meeting. Other people there only
hear the parts you tick.

We can't keep it secret if we think you or someone else is being hurt or could be. If that happens
we'll tell you who we are telling and why, unless telling you could put someone in danger. What you
say goes on your record, and the police or a court can ask for it.

We also count answers from lots of young people. In the report we hide who said what.

## Someone on your side
You can ask for an advocate. An advocate is not your worker.

They help you say what you want, and they keep it private unless someone could be hurt. You can ask
for one and still change your mind.

## What comes next
1. Before | You say what people should know and what you want to happen. You can skip any question.
2. On the day | The meeting hears your words before it plans.
3. After | Your worker tells you face to face what was agreed, what was not, and why. Ask them for
  the day.

## Not happy with how it went?
Tell your worker or your advocate. You can also make a complaint. It will not be held against you.
"""

AGE_18_25 = """
## What it is
It is a meeting to plan how to keep you safe. You're over 18, so most of this is your choice.

## Why it happens
Some people who work with you are worried that someone may be treating you badly. We may have got
bits wrong. How do you see it?

People have started talking. What you say can still change the plan.

!mint Not to blame you | This meeting is not to blame you or tell you off. Police may come. Ask us
  what that means for you.

## What is up to you
- If you want to come, and for which part.
- If you would rather join by phone, send your words, or have someone speak for you.
- What help you want, and what help you don't want.
- Who you would like to have beside you.

Saying no is OK. The meeting may still happen, and you can still send words. You can change your
mind later.

## Who may be there
@ Your worker or personal adviser | helps you get ready and stays in touch after
@ The person who runs the meeting | makes sure you are heard, and that the plan is written down
@ Police officer | tries to stop people who hurt or use others
@ Health, housing or other support | can say what help there is

We will try to plan around work, study, children and travel. Tell us what would make it easier.

## Who sees what you say
What you write goes to your worker and to the person who runs the meeting. Other people there only
hear the parts you tick.

You're an adult: we normally ask before sharing. We may still share without your OK if someone is at
serious risk, or a child is. If that happens we'll tell you, unless telling you could put someone in
danger. What you say goes on your record, and the police or a court can ask for it.

## Someone on your side
You can ask for an advocate. An advocate is not your worker. They help you say what you want, and
they keep it private unless someone could be hurt.

## What comes next
1. Before | You say what people should know and what you want to happen. You can skip any question.
2. On the day | The meeting hears your words before it plans.
3. After | Your worker tells you what was agreed, what was not, and why. Ask them for the day.

## Not happy with how it went?
Tell your worker or your advocate. You can also make a complaint. It will not be held against you.
"""

EASY_READ = """
## The meeting
* people | Some people will meet to talk about you.
* house-good | They want to plan how to keep you safe.
* face-not-good | They are worried someone may be treating you badly.
* face-ok | The meeting is not to blame you.
* questions | Police may come. Ask us what that means.

## You can choose
* take-part | You can go to the meeting.
* clock | You can go to a part of it.
* pen | You can send your words or a drawing.
* talk | Someone can speak for you.
* tick | You can say no. That is OK.
* people | The meeting may still happen.

## Your words
* reading | Your worker reads your words.
* person | The person who runs the meeting reads them too.
* lock | Other people only hear the parts you tick.
* phone | We tell someone if a person could get hurt.

## Help
* advocate | An advocate is someone on your side.
* questions | Ask your worker for an advocate.
* changed | After the meeting your worker tells you what we agreed.
"""

PARENT_CARER = """
## What it is
It is a meeting to plan how to keep your child safe from someone who may be treating them badly.
People who know your child come together to share what worries them and what helps.

!mint Not to blame you or your child | The meeting looks at what other people may be doing. It is
  not to blame your child, and it is not to blame you.

## Who may be there
@ Your child's worker | helps your child have a say
@ The person who runs the meeting | makes sure people are heard and the plan is written down
@ Police officer | tries to stop people who hurt or use children
@ School and health | know your child day to day

## Your part
You know your child best. Tell us what you have seen, what works at home, and what would help you.

You may be in all of the meeting or in some of it. There can be a part for your child only. We'll
say why.

## Your child's part
Your child can come, send words, or ask someone to speak for them. Saying no is OK for them too.

They can have an advocate. An advocate is someone on their side who helps them say what they want.

We don't show you what your child writes. That is so they can be open with us. If someone could get
hurt, we act. We share what helps you to keep your child safe.

## How you can help before the day
- Ask if they want company on the day, and take no for an answer.
- Let them fill in their part alone, or with someone they choose.
- Try not to tell them what to say.
- Tell us if you need an interpreter, a lift, or another time.

~ What have you told them? | Is there anything you need from me?
~ You have to go. | It's up to you how you take part. I'm here.

## After
We tell you which parts of the plan need you, and by when. Your child hears from their worker first.

## If you are worried now
If your child is in danger, call 999. You can call us at any time on the numbers at the end of this
page. If you feel you can't cope, tell us. There is help for families too.
"""

MEETING = Family(
    slug="the-meeting",
    title="What is the meeting for?",
    intro="What happens at the meeting, who comes, and what you can choose.",
    versions={
        "8-11": Version("What is the meeting for?", AGE_8_11),
        "12-15": Version("What is the meeting for?", AGE_12_15),
        "16-17": Version("What is the meeting for?", AGE_16_17),
        "18-25": Version("What is the meeting for?", AGE_18_25),
        "easy-read": Version("What is the meeting for?", EASY_READ),
        "parent-carer": Version("What is the meeting for? For parents and carers", PARENT_CARER),
    },
    facts=(
        Fact(
            "In danger: call 999. If you cannot speak, on a mobile stay on and press 55.",
            "Police: Silent Solution",
        ),
        Fact("Childline is 0800 1111, free, for anyone under 19, at any time.", "Childline"),
    ),
)
