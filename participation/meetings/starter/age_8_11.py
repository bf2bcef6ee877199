TEXT = {
    "why": (
        "Some adults are worried that someone may not be safe to be with. We may have got bits wrong. "
        "How do you see it?"
    ),
    "not_blame": ("This meeting is not to blame you or tell you off. Police may come. Ask us what that means for you."),
    "your_say": (
        "Adults have started talking. What you say can still change the plan. {chair} reads your words "
        "before the meeting."
    ),
    "before": "Tell us what you want adults to know. You can skip any question.",
    "on_the_day": "You can come. Or someone can say your words for you.",
    "afterwards": "{worker} tells you what the adults said they will do. {worker} tells you why, too.",
    "choices": (
        "Go to all of it\nGo to a bit of it\nTalk by phone or video\nMeet one person first\nSend your "
        "words\nSend a picture or a voice note\nHave someone speak for you\nNot this time"
    ),
    "no_is_ok": "Saying no is OK. The meeting may still happen. You can still send words.",
    "who_reads": (
        "{worker} and {chair} read what you send. A few people whose job is to help can read it too. "
        "You see their names first. We don't show it to everyone."
    ),
    "advocate": (
        "An advocate is not your worker. They help you say what you want. They keep it private unless "
        "someone could be hurt."
    ),
    "rights": (
        "You have a right to say what you think.\nAdults have to listen to what you want.\nYou can ask "
        "for help to say it.\nYou can ask what adults wrote about you."
    ),
}
BY_KIND = {
    "strategy": {
        "title": "A meeting to help keep you safe",
        "what": "Some adults who help children are going to meet. They will plan how to keep you safe.",
    },
    "network": {
        "title": "A meeting of people around you",
        "what": "People who know you are going to meet. They will talk about what helps you.",
    },
    "review": {
        "title": "A meeting to check your plan",
        "what": "You have a plan to help keep you safe. Adults meet to check if it works for you.",
    },
}
