TEXT = {
    "why": (
        "Some adults are worried someone may be treating you badly. We may have got bits wrong. How do you see it?"
    ),
    "not_blame": ("This meeting is not to blame you or tell you off. Police may come. Ask us what that means for you."),
    "your_say": (
        "Adults have started talking. What you say can still change the plan. {chair} reads your words "
        "before the meeting."
    ),
    "before": ("Tell us what you want people to know. It takes about ten minutes and you can skip anything."),
    "on_the_day": (
        "Come to all of it or part of it, join by phone or video, or have someone speak for you. Tell "
        "us if college, work or getting there makes it hard."
    ),
    "afterwards": (
        "{worker} tells you what was decided and why, what people did about what you said, and what we could not do."
    ),
    "choices": (
        "Go to all of it\nGo for part of it\nJoin by phone or video\nMeet one person before\nSend your "
        "words\nSend a drawing or a voice note\nHave someone speak for you\nNot this time"
    ),
    "no_is_ok": "Saying no is OK. The meeting may still happen. You can still send words.",
    "who_reads": (
        "What you write goes to {worker} and {chair}. A few people whose job is to help can read it too: "
        "you see their names first. Other people at the meeting only hear the parts "
        "you tick. We can't keep it secret if we think you or someone else could be hurt. If that "
        "happens we'll tell you who we are telling and why, unless telling you could put someone in "
        "danger."
    ),
    "advocate": (
        "An advocate is not your worker. They help you say what you want, and keep it private unless "
        "someone could be hurt. It's free."
    ),
    "rights": (
        "You have a right to be heard when adults make plans about you.\nWhat you want has to be taken "
        "seriously, even when the answer is no.\nYou can bring someone, or ask for an advocate or an "
        "interpreter.\nYou can say who you would rather not have there. We can't always change it. "
        "We'll say why.\nYou can ask to see what we hold about you, or complain. It won't count "
        "against you."
    ),
}
BY_KIND = {
    "strategy": {
        "title": "A meeting about keeping you safe",
        "what": "People from different teams meet to plan how to keep you safe. You can be part of it.",
    },
    "network": {
        "title": "A meeting of the people around you",
        "what": "People who know you meet to talk about what helps you and what gets in the way.",
    },
    "review": {
        "title": "A meeting to check the plan",
        "what": (
            "There is a plan to help keep you safe. This meeting checks what worked, what did not and what is next."
        ),
    },
}
