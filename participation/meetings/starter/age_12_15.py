TEXT = {
    "why": (
        "Some adults are worried someone may be treating you badly. We may have got bits wrong. How do you see it?"
    ),
    "not_blame": ("This meeting is not to blame you or tell you off. Police may come. Ask us what that means for you."),
    "your_say": (
        "Adults have started talking. What you say can still change the plan. {chair} reads your words "
        "before the meeting."
    ),
    "before": "Tell us what you want people to know. It takes about ten minutes. You can skip anything.",
    "on_the_day": "Come, come for part of it, join by phone, or ask someone to speak for you.",
    "afterwards": "{worker} tells you what was decided, and what people did about what you said.",
    "choices": (
        "Go to all of it\nGo for part of it\nJoin by phone or video\nMeet one person before\nSend your "
        "words\nSend a drawing or a voice note\nHave someone speak for you\nNot this time"
    ),
    "no_is_ok": "Saying no is OK. The meeting may still happen. You can still send words.",
    "who_reads": (
        "What you write goes to {worker} and {chair}. A few people whose job is to help can read it too: "
        "you see their names first. Other people at the meeting only hear the parts "
        "you tick. If someone could get hurt, we have to tell a person whose job is to help. We try to "
        "tell you first."
    ),
    "advocate": (
        "An advocate is not your worker. They help you say what you want. They keep it private unless "
        "someone could be hurt."
    ),
    "rights": (
        "You have a right to say what you think about things that change your life.\nAdults have to "
        "take it seriously.\nYou can bring someone, or ask for an advocate.\nYou can say who you would "
        "rather not have there. We can't always change it. We'll say why.\nYou can ask what we wrote "
        "about you."
    ),
}
BY_KIND = {
    "strategy": {
        "title": "A meeting about keeping you safe",
        "what": "Adults from different teams meet to plan how to keep you safe. You can be part of it.",
    },
    "network": {
        "title": "A meeting of the people around you",
        "what": "People who know you meet to talk about what helps you and what gets in the way.",
    },
    "review": {
        "title": "A meeting to check the plan",
        "what": ("There is a plan to help keep you safe. This meeting checks what worked and what did not."),
    },
}
