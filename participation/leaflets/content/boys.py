"""For boys and young men, who are reached less often and ask for help less often (DB18 §4.13, LE22 §60)."""

from participation.leaflets.content.shapes import Fact, Family, Version

AGE_8_11 = """
Boys can be hurt or tricked too. It is never the boy's fault.

## What people may say
Some people say boys don't cry. Some say boys don't need help.

That is not fair. Boys get scared and sad, just like all of us.

## What some people do
- They are nice in a game, then want a picture.
- They give you money or trainers, then want something back.
- They ask you to carry a bag or hide a thing.
- They touch you in a way you don't like.
- They say, “Real boys don't tell.”

It can be a man or a woman. It can be a big boy or girl.

!mint It is not your fault | That is true if you laughed. It is true if you froze. It is true if you
  took the thing.

## What you can do
Tell an adult you trust. A dad, a mum, a carer or a coach is fine.

You can start small. You can say, “I don't like it.”

You can write it or draw it.

If they don't listen, tell someone else. You are brave when you tell.
"""

AGE_12_15 = """
This page is for boys and young men. It is also for anyone who finds it fits.

!mint Being hurt or used does not make you less of a man | It says something about the person who
  did it. It says nothing about you, or who you fancy.

## What people may have told you
“Man up.” “Boys can't be hurt like that.” “You liked it really.”

None of this is true. A body can react when you don't want something. Freezing is not saying yes.

## What some people do to boys
- They give you trainers, food, vapes or cash. Then you owe them.
- They ask you to carry a bag, hold a phone or go to another town.
- They say they will share a picture to make you pay or send more.
- They make you feel part of something. Then it is hard to leave.
- They hurt you, or say they will hurt your mum or little brother.

It can be a man, a woman or someone your age. It can be in a game or chat. It can be someone you
look up to.

## Pictures and threats
Does someone say they will share a picture of you? Don't pay, and don't send more. Keep the
messages.

Tell an adult you trust. This happens to a lot of boys. Adults can help to get pictures taken down.

## If someone made you carry or sell
Adults should see that someone used you. Tell your worker or a solicitor that you were made to do
it. There are laws that can protect you.

## Saying it out loud
You don't need to tell it all. These are ways to start:
- “Can I tell you something? Don't freak out.”
- “Something's going on and I don't know how to stop it.”
- “A mate of mine has a problem.”

You can choose who: a coach, a teacher, a worker, a man or a woman. You can ask for someone else.
You can text, draw or walk and talk.
"""

AGE_16_17 = """
This page is for young men. It is also for anyone who finds it fits.

!mint Being hurt or used does not make you less of a man | It says something about the person who
  did it. It says nothing about you, or about who you are into.

## What people may have told you
“Man up.” “Men can't be hurt like that.” “You got paid.”

None of this makes it OK. A body can react when you don't want something. Freezing is not saying
yes.

Taking the money is not saying yes.

## What some people do to young men
- They front you money, food, weed or a phone. Then the debt keeps growing.
- They send you to another town, or put you in somebody's flat to sell.
- They stage a robbery, so that you owe them for what was taken.
- They use your bank account to move money.
- They say they will share a picture to make you pay or send more.
- They offer a bed for the night, and want sex for it.
- They hurt you, or say they will hurt your family.

It can be a man, a woman, someone you see as a brother, or someone you love.

## Pictures and threats
If someone says they will share a picture of you, don't pay and don't send more. Keep the messages.

Tell someone you trust. It happens to a lot of young men, and there are people who can help to get
pictures taken down.

## If you are scared of the police
Many young men have reasons not to trust the police. You can get free legal advice before you say
anything.

Tell the solicitor if someone made you do it. There are laws that can protect you.

## If you came to the UK alone
People who brought you here, or gave you work, may say you owe them. You can get help without paying
them back.

You can have an interpreter you feel OK with. You can ask for someone who is not from your own town.

## Saying it out loud
You don't have to tell it all, or say it well. These are ways to start:
- “Can I tell you something? I need you to just listen.”
- “Something's going on and I don't know how to get out.”
- “What would happen if someone told you that…”

You choose who: a worker, a coach, a tutor, a man or a woman. You can ask for someone else.

You can text, go for a drive or walk and talk. You can stop when you like.
"""

AGE_18_25 = """
This page is for young men. It is also for anyone who finds it fits.

!mint Being hurt or used does not make you less of a man | It says something about the person who
  did it. It says nothing about you, or about who you are into.

## What people may have told you
“Man up.” “Men can't be hurt like that.” “You got paid.” None of this makes it OK.

A body can react when you don't want something. Freezing is not saying yes. Staying is not saying
yes.

## What some people do to young men
- They front you money or drugs, and the debt keeps growing.
- They take over your flat and use it to sell.
- They use your bank account to move money.
- They keep your pay or your papers, and say you owe them for the trip or the room.
- They say they will share a picture to make you pay or send more.
- They offer a bed for the night, and want sex for it.
- A partner hits you, checks your phone, or says no one will believe you.

Some of it may have begun when you were a boy. Many men first talk about that years later. It is not
too late.

## If you are scared of the police
You can get free legal advice before you say anything. Tell the solicitor if someone made you do it.
You can also get to a support service first.

## What help can look like
- A person who listens and does not push.
- A safe place to stay, or a way to get people out of your flat.
- Someone to deal with the debt, the bank or the landlord with you.
- A doctor or nurse, with no questions you don't want.
- Talking to other men who have been there.

+ Samaritans | 116 123 | free, any time | to talk to someone now
+ NAPAC | 0808 801 0331 | free | for adults who were hurt as children
+ Modern Slavery Helpline | 08000 121 700 | free, any time | if someone keeps your pay or your
  papers

## Saying it out loud
You don't have to tell it all, or say it well. These are ways to start:
- “Can I tell you something? I need you to just listen.”
- “Something's going on and I don't know how to get out.”
- “This happened a long time ago.”

You choose who, where and how. You can ask for a man or a woman. You can stop when you like.
"""

EASY_READ = """
## For boys and young men
* person | Boys and men can be hurt too.
* face-ok | It is never your fault.
* people | It can be a man or a woman who hurts you.

## What some people do
* invite | They give you things, then want something back.
* pen | They make you carry or hide things.
* phone | They say they will share your picture.
* face-not-good | They touch you when you don't want it.
* lock | They say: real men don't tell.

## What is true
* tick | Men can cry.
* tick | Men can ask for help.
* face-not-good | If you froze, you did not say yes.

## What you can do
* talk | Tell someone you trust.
* phone | Don't pay. Don't send more pictures.
* advocate | Ask for someone on your side.
* people | You can ask for a man or a woman.
* phone | In danger? Call 999.
"""

PARENT_CARER = """
Boys are hurt and used too, and they ask for help less often. Adults can miss it, because they look
for it less.

!mint Not his fault | Whatever he did, took or carried, the wrong is with the person who used him.

## Why boys may not tell
- They have been told that men cope alone.
- They fear that people will call them weak, or gay, or a liar.
- They fear the police, or what will happen to the family.
- They may not see it as harm. It may feel like money, love or being one of the group.
- Nobody asked.

## What someone may do to a boy
- Give him cash, trainers or a phone, and then say he owes them.
- Send him to another town, or make him hide things.
- Trick him into sending a picture, and then ask for money.
- Give him drink, drugs or a bed, and want sex for it.
- Hurt him, or say they will hurt you.

## What you may notice
He may be out late, tired, angry, quiet or flush with cash. He may have a second phone or injuries
he won't explain. He may stop doing things he loved.

Anger is often fear. These signs can have other causes, so ask gently.

## What helps
- Talk while you do something: drive, cook, walk.
- Say that this happens to boys too, before you know if it has happened to him.
- Stay calm. If he sees that you can't bear it, he will stop.
- Don't ask why he didn't fight back or tell you before.
- Thank him for telling you.

~ Why didn't you just say no? | That was wrong of them. I'm glad you told me.
~ You need to man up. | It's OK to be scared. We'll get help together.

## Pictures and threats
If someone threatens to share a picture, don't pay. Keep the messages, and call the police or ask
us. Do this at once if he seems hopeless. Stay with him, and call 999 if you think he may hurt
himself.

## Help for you
Fathers, mothers and carers need support too. Ask your child's worker what there is.
"""

BOYS = Family(
    slug="boys-and-young-men",
    title="Boys and young men",
    intro="Boys can be hurt or used too. What helps, and how to say it.",
    versions={
        "8-11": Version("For boys", AGE_8_11),
        "12-15": Version("Boys and young men", AGE_12_15),
        "16-17": Version("Boys and young men", AGE_16_17),
        "18-25": Version("Young men", AGE_18_25),
        "easy-read": Version("Boys and young men", EASY_READ),
        "parent-carer": Version("Boys and young men. For parents and carers", PARENT_CARER),
    },
    facts=(
        Fact("Samaritans: 116 123, free, any time.", "Samaritans"),
        Fact("NAPAC support line: 0808 801 0331.", "NAPAC"),
        Fact("Modern Slavery Helpline: 08000 121 700.", "Unseen"),
        Fact(
            "Boys and men are less likely to seek help.",
            "Leicestershire scrutiny committee, 8 November 2022, 60",
        ),
    ),
)
