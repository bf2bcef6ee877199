"""Why adults are worried: what other people may be doing, never what the child did (§1.5, §2.5, S29)."""

from participation.leaflets.content.shapes import Fact, Family, Version

AGE_8_11 = """
Some adults are worried. They think someone may not be safe to be with.

We may have got bits wrong. How do you see it?

!mint It is never your fault | When someone hurts or tricks a child, that person did wrong. The
  child did not.

## What can happen
Most people are kind and want nothing back. Some people act kind to get their own way.

They may do things like these:
- They give you things, then want something back.
- They say, “Keep this secret.”
- They ask for pictures of you.
- They want you to carry or hide things.
- They try to keep you from family or friends.
- They scare you, or say they will hurt someone.

## How you may feel
You may like them. You may feel mixed up or scared.

All of that is OK.

## What you can do
- Tell an adult you trust.
- Tell them even if you said yes at first.
- If they don't listen, tell someone else.

You will not be in the wrong for telling.

## What adults do next
They listen. They work to stop the person.

They plan with you to keep you safe.
"""

AGE_12_15 = """
Some adults are worried someone may be treating you badly. We may have got bits wrong. How do you
see it?

!mint It is never your fault | When someone uses or hurts a young person, the wrong is theirs. That
  stays true if you liked them, said yes, or took things.

## What we worry about
Some people are kind at first because they want something. It can be an adult or someone your age.
It can start online, or with a friend of a friend.

There is a word for this: exploitation. It means someone uses you to get what they want. That may be
money, or sex, or help to move drugs.

## Things that people like that do
- They give you gifts, money, lifts, vapes or a place to stay.
- They say you owe them.
- They want to know where you are all the time.
- They ask for pictures, or say they will share some.
- They get you to carry, hide or sell things.
- They turn you against your family, friends or worker.
- They scare you, or say they will hurt people you love.

One of these alone may mean nothing. That is why we ask you and don't just guess.

## It can be hard to see
They may be fun, and they may say they love you. You may not feel hurt at all. Or you may feel
stuck, scared or ashamed.

Lots of young people feel all of these. None of it makes it your fault.

## What you can do
- Talk to an adult you trust. You choose how much you say.
- Keep messages if you can do that safely. You don't have to look at them again.
- If someone has a nude picture of you, ask us. We can help to get it taken down.
- Don't sort it out alone. Call 999 if you are in danger.

## What adults should do
They should listen, and believe that you know your own life. They should work to stop the person who
does the harm. They should tell you what they do and why.
"""

AGE_16_17 = """
Some adults are worried someone may be treating you badly. We may have got bits wrong. How do you
see it?

!mint It is never your fault | When someone uses or hurts you, the wrong is theirs. That stays true
  if you liked them, said yes, took money, or went back. Turning 16 does not change it.

## What we worry about
Some people are kind at first because they want something. It can be an adult, someone your age, or
a group. It can start online, at work, at a party or with someone you love.

There is a word for this: exploitation. It means someone uses you to get something they want. It can
be money, sex, a room to use, a bank account, or a person to move drugs.

## Things that people like that do
- They give you money, gifts, lifts, drink, drugs or a place to stay, and later say you owe them.
- They use your flat, your phone or your bank account.
- They check where you are and who you talk to.
- They push for pictures, or say they will share what they have.
- They set you up to lose something, so that you are in debt to them.
- They turn you against people who care about you.
- They scare you, or say they will hurt your family.

One of these alone may mean nothing. That is why we ask you and don't just guess.

## It can be hard to see
They may be fun, and they may say they love you. You may feel you chose it. You may be scared of
what happens if you stop, or of what the police will do.

Those are good reasons to find it hard to talk. They don't make it your fault.

## If you did something because someone made you
Tell your worker, or ask for a solicitor. There are laws that can protect young people who were made
to do things.

Legal advice at a police station is free. You can ask for it before you answer any question.

## What you can do
- Talk to someone you trust. You choose how much you say, and how fast.
- Keep messages if you can do that safely. You don't have to look at them again.
- If someone has a nude picture of you, there are ways to get it taken down. Ask us.
- If they scare you, don't sort it out alone. Call 999 if you are in danger.

## What adults should do
They should believe that you know your own life. They should work to stop the person who does the
harm, and make the places you go safer. They should plan with you, not behind your back.
"""

AGE_18_25 = """
Some people who work with you are worried someone may be treating you badly. We may have got bits
wrong. How do you see it?

!mint It is never your fault | When someone uses or hurts you, the wrong is theirs. That stays true
  if you liked them, said yes, took money, or went back. It does not stop being wrong at 18.

## What we worry about
Some people are kind at first because they want something. It can be a partner, a group, a boss, or
someone who gives you a place to live.

There is a word for this: exploitation. It means someone uses you to get something they want. It can
be money, sex, cheap work, your home or your bank account. It can be a person to move drugs.

## Things that people like that do
- They give you money, drugs or a place to stay, and later say you owe them.
- They move into your home, or use it when you don't want them there.
- They use your bank account or open things in your name.
- They keep your papers, your phone or your pay.
- They check where you are and who you talk to.
- They push for sex or pictures, or say they will share what they have.
- They scare you, or say they will hurt your family or take your child.

One of these alone may mean nothing. That is why we ask you and don't just guess.

## It can be hard to see
Your life may be tied up with theirs. You may love them, need the money, or be scared of what comes
next. It may have begun when you were a child. Those are good reasons to find it hard to talk.

## What you can do
- Talk to someone you trust. You choose how much you say, and how fast.
- Ask us what help there is with housing, money or staying safe. You can take some of it and leave
  the rest.
- Ask for a solicitor if someone made you do something. Legal advice at a police station is free.
- Call 999 if you are in danger.

+ Modern Slavery Helpline | 08000 121 700 | free, any time | if someone makes you work or keeps your
  pay
+ NAPAC | 0808 801 0331 | free | for adults who were hurt as children

## What we should do
You're an adult: most of this is your choice. We should tell you what worries us and ask what you
want. We should stand by you when your choice is not ours.

If someone is at serious risk we may have to act. We'll tell you why.
"""

EASY_READ = """
## Why adults are worried
* face-not-good | Some adults are worried about you.
* person | Someone may be treating you badly.
* questions | We may be wrong. What do you think?
* face-ok | It is never your fault.

## What people may do
* talk | They are kind at first.
* invite | They give you things, then want something back.
* lock | They say: keep it secret.
* phone | They ask for pictures of you.
* look | They check where you are.
* face-not-good | They scare you.

## How you may feel
* person | You may like them.
* face-not-good | You may feel scared or mixed up.
* tick | All of this is OK to feel.

## What you can do
* talk | Tell an adult you trust.
* advocate | Ask for someone on your side.
* phone | In danger? Call 999.

## What we do
* reading | We listen to you.
* house-good | We plan with you how to keep you safe.
"""

PARENT_CARER = """
We are worried that someone outside your home may be treating your child badly. We may have got bits
wrong. You know your child, so please tell us what you see.

!mint It is not your child's fault, and it is not yours | The person who uses a child does the harm.
  They work hard to win trust. They often try to pull a child away from the people who love them.

## What it is
Some people use children to get what they want: money, sex, or someone to carry drugs. The word for
it is exploitation. It happens to girls and boys, in all kinds of families, online and face to face.

## What such a person may do
- Give your child gifts, money, a phone, lifts or a place to go.
- Message at all hours, or pick them up away from home.
- Say that your child owes them.
- Ask for pictures, and then use them as a threat.
- Tell your child that you don't understand them.

## What you may notice
Your child may go missing, have new things, seem scared or angry, or guard their phone. These can
have many causes. They are a reason to ask how they are, not a reason to tell them off.

## What helps
- Stay calm, and say you are glad they are there.
- Listen more than you ask. Let them stop when they want.
- Say that it is not their fault, and that you will not stop loving them.
- Don't promise to keep it secret. Say you will get help together.
- Write down what you saw: days, places, car number plates. Leave the questions to the people
  trained to ask them.

~ Why did you go back to them? | They should not treat you like that. I'm here.
~ You made a bad choice. | Someone tricked you. That is on them.

## What we do
We work to stop the person who does the harm and to make the places your child goes safer. We plan
with your child and, when it is safe, with you. Your child can say things to us that we don't pass
on, so that they can be open.

## Help for you
This is hard on a family. Ask your child's worker what help there is for you, and for brothers and
sisters. If your child is in danger now, call 999.

If they are missing, call the police at once. You don't have to wait.
"""

WORRIES = Family(
    slug="why-adults-worry",
    title="Why adults are worried",
    intro="What some people do, and why it is never your fault.",
    versions={
        "8-11": Version("Why adults are worried", AGE_8_11),
        "12-15": Version("Why adults are worried", AGE_12_15),
        "16-17": Version("Why adults are worried", AGE_16_17),
        "18-25": Version("Why people are worried", AGE_18_25),
        "easy-read": Version("Why adults are worried", EASY_READ),
        "parent-carer": Version("Why we are worried. For parents and carers", PARENT_CARER),
    },
    facts=(
        Fact(
            "Nude pictures of under-18s can be taken down with Report Remove.",
            "Childline and Internet Watch Foundation",
        ),
        Fact("Legal advice at a police station is free.", "Police and Criminal Evidence Act 1984, Code C"),
        Fact(
            "Laws protect young people who were made to commit offences.",
            "Modern Slavery Act 2015, section 45",
        ),
        Fact("Modern Slavery Helpline: 08000 121 700.", "Unseen"),
        Fact("NAPAC support line: 0808 801 0331.", "NAPAC"),
        Fact(
            "Nobody has to wait before telling the police that a child is missing.",
            "Police guidance on missing people",
        ),
    ),
)
