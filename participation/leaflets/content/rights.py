"""Your rights and an advocate: what can be asked for, and where to turn when it does not happen."""

from participation.leaflets.content.shapes import Fact, Family, Version

AGE_8_11 = """
A right is something that is yours. No one should take it away.

## Your rights
- To be safe.
- To say what you think.
- To have adults listen and take it to heart.
- To know what is going on.
- To know who sees your words.
- To say, “I don't want to say.”
- To have help to speak, or to use your own language.

## An advocate
An advocate is a grown-up on your side. They are not your worker.

They help you say what you want. They can talk for you, or sit next to you.

They keep it private, unless someone could get hurt. It costs nothing.

## How to get one
Tell your worker, “I'd like an advocate.” Or ask any adult you trust.

You can say yes now and no later.

!sky Not happy? | You can say so. Tell your worker, your advocate or an adult you trust. Nobody
  should be cross with you for that.

## What if adults say no?
Adults can't always do what you ask. They should tell you why.
"""

AGE_12_15 = """
Rights are things that are yours by law. You don't earn them, and nobody can take them away because
of what happened.

## When adults plan about you
- You can say what you think, in your own way. Adults should take it seriously.
- You can say nothing. “I don't want to say” is an answer.
- You can know what is being planned, and why.
- You can know who sees what you say.
- You can have an interpreter, and things in a way you can read or hear.
- You can have someone with you.

## When police are there
You can ask why they are there and what it means for you.

Police may want to question you. Then you have a right to an adult beside you and to free legal
advice. That is true even if you think you did something wrong.

## An advocate
An advocate is on your side. They are not your worker, and they don't decide things about you.

They help you say what you want. They can come with you, or speak for you.

They keep it private unless someone could be hurt. It costs nothing.

!sky How to ask | Tell your worker, “I'd like an advocate.” You can also ask a teacher, a carer or
  the help line. You can change your mind.

## If you are in care
You have someone who checks that promises to you are kept. You can ask to talk to them alone. Your
worker should see you alone too, if you want that.

## Your story is yours
You can ask to see what is written about you. You can say when something is wrong, and we add your
words to it.

## When it goes wrong
Say so. You can tell your worker, your advocate, or make a complaint. It will not be held against
you.

Adults can't always do what you ask. They should tell you why, in words that make sense.
"""

AGE_16_17 = """
Rights are things that are yours by law. You don't earn them, and nobody can take them away because
of what happened.

## When adults plan about you
- You can say what you think, in your own way. Adults have a duty to take it seriously.
- You can say nothing. “I don't want to say” is an answer.
- You can know what is being planned, who decides, and why.
- You can know who sees what you say, and where it is kept.
- You can have an interpreter, and things in a form that works for you.
- You can have someone with you.

## At 16 and 17
You are still protected as a child. You also get more say. Doctors can treat you with your own yes.

If you have nowhere safe to stay, the council has duties to help you. Ask which plan you are on and
what it gives you.

## When police are there
You can ask why they are there and what it means for you. If police want to question you, you have a
right to an adult beside you and to free legal advice.

If someone made you do something against the law, say so to the solicitor. There are laws that can
protect you.

## An advocate
An advocate is on your side. They are not your worker, and they don't decide things about you.

They find out what your rights are and help you say what you want. They can speak for you in the
room.

They keep it private unless someone could be hurt. It costs nothing.

!sky How to ask | Tell your worker, “I'd like an advocate.” You can also ask at school or college,
  or call a help line. You don't have to say why. You can change your mind.

## If you are in care or about to leave it
You have someone who checks that promises to you are kept. Ask to talk to them alone.

You should get a plan for leaving care, a personal adviser, and a say in where you live. Support can
last until you are 25.

## If you came to the UK alone
You have the same right to be safe and heard. You can have an interpreter you feel OK with.

What you say here is about your safety. Ask us what it means for your papers before you talk about
them.

## Your story is yours
You can ask to see what is written about you. It is free. You can say when something is wrong, and
we add your words.

## When it goes wrong
Tell your worker or your advocate, or make a complaint. It will not be held against you.

Adults can't always do what you ask. They should tell you why.
"""

AGE_18_25 = """
You are an adult. Most choices about your life are yours, and you still have a right to support.

## When people plan with you
- You decide if you take part, and how.
- You can know what is being planned, who decides, and why.
- You can know who sees what you say. We normally ask before we share it.
- You can say no to help. You can come back later and say yes.
- You can have an interpreter, and things in a form that works for you.
- You can bring someone you trust.

## When we may act without your yes
We may still share things if someone is at serious risk, or a child is. We should tell you first,
unless that would put someone in danger.

## If you have been in care
You can have a personal adviser until you are 25. Ask for your plan. Ask what your council offers
people who have left care: money, housing, study, work and health. You can ask for it even if you
said no before.

## If you are being hurt or used
You have a right to be safe, whatever you did or took. You can ask for a safe place to stay. You can
talk to a support service first. If police want to question you, legal advice is free.

## An advocate
An advocate is on your side. They are not your worker, and they don't decide things about you. They
find out what your rights are, help you say what you want, and can speak for you. It costs nothing
to ask.

!sky How to ask | Tell your worker or adviser, “I'd like an advocate.” You can also call the number
  at the end of this page yourself. You don't have to say why.

## Your story is yours
You can ask to see what is written about you, also from when you were a child. It is free. It can be
hard to read, so ask for someone to be with you.

## When it goes wrong
Tell your worker or your advocate, or make a complaint. If you are not happy with the answer, there
is a free ombudsman. That is someone from outside who looks at what the council did.
"""

EASY_READ = """
## Your rights
* house-good | You have a right to be safe.
* talk | You can say what you think.
* reading | Adults should listen to you.
* questions | You can ask what is going on.
* look | You can ask who will see your words.
* lock | You can say: I don't want to say.
* people | You can have someone with you.

## An advocate
* advocate | An advocate is someone on your side.
* person | They are not your worker.
* talk | They help you say what you want.
* lock | They keep it private.
* phone | They tell someone if a person could get hurt.
* tick | It is free.

## How to get one
* talk | Tell your worker: I want one.
* phone | Or call the help number.
* changed | You can change your mind.

## If you are not happy
* pen | You can tell us what went wrong.
* face-ok | No one should be cross with you.
"""

PARENT_CARER = """
Your child has a right to be safe and to be heard. So do you. This page says what you can both ask
for.

## Your child's rights
- To say what they think, and have it taken seriously.
- To say nothing, or to send words in place of coming.
- To know what is being planned, and why.
- To have an interpreter and things they can read or hear.
- To have an advocate.

## What an advocate does
An advocate is someone on your child's side. They help your child say what they want. They are not
the child's worker, and they don't take sides against you. They keep what they hear private unless
someone could be hurt.

## Why you may not see it all
Your child can tell us things and ask us not to pass them on. We respect that as far as we safely
can. Children who can speak freely get better help. We tell you what helps you keep your child safe.

## Your rights
- To know what we are worried about, as soon as that is safe for your child.
- To say what you think, and to have it written down.
- To have an interpreter, and to bring someone with you.
- To see what is written about you. Some parts may be left out to protect your child or other
  people.
- To get legal advice. Ask us where.

We will always try to be open with you. If there is a part we can't share, we'll say that there is
one, and why.

## If police are there
You can ask why. Police may want to question your child. Then your child has a right to an adult
beside them and to free legal advice. You may be that adult, or someone else if that is better for
your child.

## If you are a foster carer or work in a home
Give your child time and a quiet place to take part. Don't fill it in for them. Tell us what the
child needs on the day.

## When it goes wrong
Talk to the worker, or make a complaint. It will not be held against you or your child.
"""

RIGHTS = Family(
    slug="your-rights",
    title="Your rights and an advocate",
    intro="What you can ask for. Who can be on your side and speak up for you.",
    versions={
        "8-11": Version("Your rights and an advocate", AGE_8_11),
        "12-15": Version("Your rights and an advocate", AGE_12_15),
        "16-17": Version("Your rights and an advocate", AGE_16_17),
        "18-25": Version("Your rights and an advocate", AGE_18_25),
        "easy-read": Version("Your rights and an advocate", EASY_READ),
        "parent-carer": Version("Rights and an advocate. For parents and carers", PARENT_CARER),
    },
    facts=(
        Fact(
            "Children have a right to be heard in what affects them.",
            "UN Convention on the Rights of the Child, article 12",
        ),
        Fact(
            "Children in care and care leavers who complain can have an advocate.",
            "Children Act 1989, section 26A",
        ),
        Fact(
            "A person under 18 who is questioned has an appropriate adult and free legal advice.",
            "PACE 1984, Code C",
        ),
        Fact(
            "At 16 and 17 a young person can agree to medical treatment.",
            "Family Law Reform Act 1969, section 8",
        ),
        Fact("Young people in care get a plan for leaving care at 16.", "Children Act 1989, schedule 2, 19B"),
        Fact(
            "Care leavers can have a personal adviser until 25.",
            "Children and Social Work Act 2017, section 3",
        ),
        Fact("Anyone can ask to see what is held about them, free of charge.", "UK GDPR, article 15"),
        Fact("The Local Government and Social Care Ombudsman is free.", "LGSCO"),
    ),
)
