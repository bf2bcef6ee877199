"""One idea a sentence, at most twelve words."""

TEXT = {
    "why": (
        "Some adults are worried. Someone may be treating you badly. We may have got bits wrong. How do you see it?"
    ),
    "not_blame": (
        "This meeting is not to blame you. It is not to tell you off. Police may come. Ask us what that means for you."
    ),
    "your_say": (
        "Adults have started talking. What you say can still change the plan. {chair} reads your words "
        "before the meeting."
    ),
    "before": "Tell us what you want. You can skip anything.",
    "on_the_day": "You can come. You can come for part of it. Someone can speak for you.",
    "afterwards": "{worker} tells you what will happen. {worker} tells you why.",
    "choices": (
        "Go to all of it\nGo to part of it\nJoin by phone or video\nMeet one person first\nSend your "
        "words\nSend a picture or a voice note\nHave someone speak for you\nNot this time"
    ),
    "no_is_ok": "Saying no is OK. The meeting may still happen. You can still send words.",
    "who_reads": (
        "{worker} and {chair} read what you send. A few people whose job is to help can read it too. "
        "You see their names first. Others only hear the parts you tick."
    ),
    "advocate": (
        "An advocate is not your worker. They help you say what you want. They keep it private unless "
        "someone could be hurt."
    ),
    "rights": (
        "You have a right to say what you think.\nAdults have to listen.\nYou can ask for someone to "
        "help you.\nYou can ask what we wrote about you."
    ),
}
BY_KIND = {
    "strategy": {
        "title": "A meeting about keeping you safe",
        "what": "Some adults will meet. They will plan how to keep you safe.",
    },
    "network": {
        "title": "A meeting of people around you",
        "what": "People who know you will meet. They will talk about what helps you.",
    },
    "review": {
        "title": "A meeting to check the plan",
        "what": "There is a plan to help keep you safe. People will check if it works.",
    },
}
