"""One campaign under the names it has had (DB18 §4.11; DB23 §4.4; LE22 §21)."""

from participation.leaflets.content.shapes import Campaign, Fact

SEE_SOMETHING = Campaign(
    slug="see-something-say-something",
    title="See Something, Say Something",
    intro="If you see someone being treated badly, you can tell. You don't have to be sure.",
    audience="12-15",
    text="""
## What it is about
Keeping children safe is a job for all of us. This campaign asks us to look, and to tell
someone when things feel wrong. It is for neighbours, shops, hotels, taxi drivers, friends and you.

## Things people may notice
- An adult who gives a child gifts, lifts or drinks.
- A child who looks scared of the person they are with.
- A child out late and alone, far from home.
- Adults who book a room with a child and don't want to be seen.
- Someone who tells a child what to say.

One of these alone may mean nothing. You don't need proof, and you don't have to work it out.

## How to tell someone
1. Is someone in danger now? | Call 999. Can't speak? On a mobile stay on and press 55.
2. Not right now? | Call the police on 101, or tell a teacher or a worker.
3. You don't want to give your name? | Call Crimestoppers. They don't ask who you are.

+ Police | 101 | any time | when nobody is in danger right now
+ Crimestoppers | 0800 555 111 | free, any time | you don't give your name

!sky This page takes no reports | Please don't send what you saw through Your Turn. Nobody would
  read it in time.

## If it is about you or a friend
It is not your fault, and it is not your friend's fault. You can ask to talk to someone, or call
Childline.

You are not telling tales. You are helping.

## For shops, hotels and taxis
Tell your team who to call. Put the number where staff can see it. Ask the council for posters and a
short talk.
""",
    other_names=("Say Something If You See Something", "#LookCloser"),
    facts=(
        Fact("Police non-emergency number: 101.", "Police"),
        Fact("Crimestoppers: 0800 555 111, no name needed.", "Crimestoppers"),
        Fact("#LookCloser is a campaign of The Children's Society with the same message.", "DB23 4.4, LE22 21"),
    ),
)

CAMPAIGNS = (SEE_SOMETHING,)
