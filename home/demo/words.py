"""What invented young people write. Respectful, ordinary, varied; nobody's real words."""

GOING_WELL = (
    "My art teacher lets me stay in at lunch.",
    "Football on Thursdays. I got picked for the first team.",
    "My nan rings every Sunday and we talk about nothing.",
    "I like my room. I painted it green.",
    "The dog. He sleeps on my feet.",
    "College is better than school was. They treat you like a person.",
    "I have a friend who gets it.",
    "Cooking. I can make three dinners now.",
    "Sam turns up when she says she will.",
    "Nothing much but it is quiet and I like quiet.",
    "I passed my maths test and nobody thought I would.",
    "My keyworker makes me laugh.",
    "Music. I am learning the bass.",
    "I see my little brother every other week.",
    "I have slept better since I moved.",
)
WANTED = (
    "I want to know before the meeting who is coming.",
    "Ask me first, then tell other people.",
    "I want to stay at my school.",
    "I want fewer people in the room.",
    "Can someone come back after and say what happened.",
    "I want to see my mates without it being a big thing.",
    "To be told things when they change, not after.",
    "I want my phone back, or at least say why not.",
    "Stop reading out old stuff about me.",
    "I would like to see my sister more.",
    "A lift to training so I do not miss it.",
    "I want one worker, not a new one every month.",
    "Help with getting my own place next year.",
    "For adults to explain it in normal words.",
    "Not in school time please, everyone sees me leave.",
    "I want people to believe me the first time.",
)
WORRIES = (
    "I do not like it when people talk about me and I am not there.",
    "That I will have to move again.",
    "People at school finding out about the meeting.",
    "The walk home when it is dark.",
    "That someone is going to be cross.",
    "I get mixed up when everyone talks at once.",
    "Messages from people I do not know.",
    "Exams. And everything else at the same time.",
    "I worry about my mum being on her own.",
    "That they have decided already.",
)
HOPES = (
    "We would all have tea together.",
    "I would have a trampoline and my cousin would live near.",
    "People would listen the first time.",
    "I would be good at swimming.",
    "Nobody would shout.",
    "I would know what is going to happen tomorrow.",
)
LIKES = (
    "Drawing dragons.",
    "Minecraft with my cousin.",
    "Going to the big park.",
    "Baking buns.",
    "My rabbit.",
    "Roller skates.",
)
ANYTHING_ELSE = (
    "No thanks.",
    "Thank you for asking me on paper and not in front of people.",
    "Please have biscuits.",
    "I might come if it is short.",
    "Can I bring my headphones.",
    "I said most of it already.",
    "It was OK last time.",
    "I liked that someone met me at the door.",
    "The room was too hot.",
    "Tell Jo I will try to come.",
)
CHAIR_ONLY = (
    "I would rather my uncle was not there.",
    "Please do not talk about my dad in front of everyone.",
    "I do not mind who comes.",
    "Not the person from the last meeting.",
)
OUTCOMES = (
    ("decided", "We will ask you first before we tell anybody new.", True),
    ("decided", "You can stay at your school until the summer.", True),
    ("decided", "Meetings will have six adults at most.", True),
    ("why", "You said that lots of people in a room is hard. We agree.", True),
    ("could_not", "We cannot change the day of the meeting. Other people’s work depends on it.", True),
    ("next", "Your worker comes to see you next week, to talk it through.", True),
    ("decided", "The plan for visits stays as it is for now.", False),
)

BY_QUESTION: dict[str, tuple[str, ...]] = {
    "Q01": LIKES,
    "Q06": GOING_WELL,
    "Q07": WORRIES,
    "Q08": HOPES,
    "Q09": GOING_WELL,
    "Q10": WORRIES,
    "Q11": WANTED,
    "Q18": CHAIR_ONLY,
    "Q21": CHAIR_ONLY,
    "Q26": WANTED,
    "Q28": ANYTHING_ELSE,
}


def pool_for(part_id: str) -> tuple[str, ...]:
    return BY_QUESTION.get(part_id[:3], WANTED)
