"""The written matrix: every address of ours, and who may open it. An address that is not here fails a test.

`anyone`: the role is enough. `only`: the role, and this meeting, duty, group or alert is theirs.
Everyone else meets a 404 that says nothing; whoever has not signed in is asked to.
"""

from dataclasses import dataclass

from accounts.models import Role

WORKER, CHAIR, PARTICIPATION = Role.MEETING_WORKER, Role.CHAIR, Role.PARTICIPATION_WORKER
READER, LEAD, ADMIN, OFFICER = (
    Role.READER,
    Role.SAFEGUARDING_LEAD,
    Role.ADMINISTRATOR,
    Role.DATA_PROTECTION_OFFICER,
)
MEMBER, YOUNG, CHAMPION_LEAD, CHAMPION = (
    Role.SUBGROUP_MEMBER,
    Role.YOUNG_MEMBER,
    Role.CHAMPION_LEAD,
    Role.CHAMPION,
)
EVERYBODY_SIGNED_IN = frozenset({*Role.values, "no_role"})


@dataclass(frozen=True)
class Staff:
    here: frozenset[str]
    elsewhere: frozenset[str]


def anyone(*roles: str) -> Staff:
    return Staff(frozenset(roles), frozenset(roles))


def only(*roles: str) -> Staff:
    return Staff(frozenset(roles), frozenset())


OPEN, CARD = "open to all", "with a card"
SIGNED_IN = Staff(EVERYBODY_SIGNED_IN, EVERYBODY_SIGNED_IN)
BOOKS, HAS_MEETINGS = anyone(WORKER, PARTICIPATION), anyone(WORKER, PARTICIPATION, CHAIR, LEAD)
THIS_WORKER, THIS_MEETING = only(WORKER), only(WORKER, CHAIR)
LISTENS = anyone(READER, PARTICIPATION, WORKER, CHAIR, LEAD)
THIS_ANSWER = only(WORKER, CHAIR, READER)
KEEPS_ROTA = anyone(LEAD, PARTICIPATION, ADMIN)
WRITES_REPORTS, SEES_THEMES = anyone(Role.REPORT_WRITER), anyone(Role.REPORT_WRITER, PARTICIPATION)
WRITES_REPLIES = KEEPS_GROUPS = anyone(PARTICIPATION, ADMIN)
RUNS_RELEASES, SEES_RELEASES = anyone(PARTICIPATION), anyone(PARTICIPATION, OFFICER, ADMIN)
LEADS_CHAMPIONS = anyone(CHAMPION_LEAD)
# the lead sees every alert, and who is still to be told who reads; whoever reads today helps the named worker
THIS_ALERT = Staff(frozenset({WORKER, READER, LEAD}), frozenset({LEAD}))
THIS_GROUP = only(MEMBER, YOUNG)

FILES = ("wagtail_serve", "picture", "leaflet_sound", "leaflet_film", "leaflet_captions")
"""Open, and not there where no page shows them."""

WHO_MAY_WHAT: dict[str, str | Staff] = {
    # the front of the house
    "front_door": OPEN,
    "go": OPEN,
    "hand_over": OPEN,
    "finished": OPEN,
    "leave": OPEN,
    "help": OPEN,
    "help_about": OPEN,
    "help_privacy": OPEN,
    "help_leaving": OPEN,
    "help_reading": OPEN,
    "help_accessibility": OPEN,
    "help_language": OPEN,
    "help_talk": OPEN,
    "help_talk_sent": OPEN,
    "visit_ended": OPEN,
    "healthz": OPEN,
    "readyz": OPEN,
    "changed": OPEN,
    "leaflets": OPEN,
    "wagtail_serve": OPEN,
    "picture": OPEN,
    "leaflet_sound": OPEN,
    "leaflet_film": OPEN,
    "leaflet_captions": OPEN,
    # behind a card
    "before_you_look": CARD,
    "still_here": CARD,
    "my_page": CARD,
    "say": CARD,
    "say_question": CARD,
    "say_keep": CARD,
    "say_go": CARD,
    "say_draw": CARD,
    "say_aloud": CARD,
    "say_sound": CARD,
    "say_who": CARD,
    "say_with": CARD,
    "say_language": CARD,
    "say_check": CARD,
    "say_sent": CARD,
    "say_stop": CARD,
    "say_saved": CARD,
    "say_change": CARD,
    "say_asked": CARD,
    "invite": CARD,
    "invite_sound": CARD,
    "take_part": CARD,
    "advocate": CARD,
    "agreed_word": CARD,
    "my_card": CARD,
    "outcome": CARD,
    "interpreter": CARD,
    "interpreter_asked": CARD,
    "talk": CARD,
    "talk_sent": CARD,
    # everybody who signs in
    "desk": SIGNED_IN,
    "style": SIGNED_IN,
    "work_languages": anyone(ADMIN),
    "work_language": anyone(ADMIN),
    "work_language_withdraw": anyone(ADMIN),
    # meetings
    "work_meetings": HAS_MEETINGS,
    "shared_tablet": HAS_MEETINGS,
    "book_meeting": BOOKS,
    "work_meeting": THIS_MEETING,
    "settle_visit": THIS_WORKER,
    "invite_person": THIS_WORKER,
    "move_meeting": THIS_WORKER,
    "cancel_meeting": THIS_WORKER,
    "told_news": THIS_WORKER,
    "took_part": THIS_WORKER,
    "advocate_asked": THIS_WORKER,
    "safe_to_tell": THIS_WORKER,
    "card": THIS_WORKER,
    "new_code": THIS_WORKER,
    "change_word": THIS_WORKER,
    "statement": THIS_ANSWER,
    "statement_sheet": THIS_ANSWER,
    "statement_read": THIS_ANSWER,
    "statement_checked": THIS_WORKER,
    "outcome_editor": THIS_MEETING,
    "outcome_told": THIS_MEETING,
    "mark_line": only(CHAIR),
    "remove_line": THIS_MEETING,
    # listening
    "work_queue": LISTENS,
    "work_reading": THIS_ANSWER,
    "work_piece": THIS_ANSWER,
    "work_tell_first": THIS_ANSWER,
    "work_told_since": THIS_ALERT,
    "work_mark_read": THIS_ANSWER,
    "work_concern": THIS_ANSWER,
    "work_checked": THIS_WORKER,
    "work_doubted": THIS_WORKER,
    "work_copied": THIS_WORKER,
    "work_no_report": THIS_WORKER,
    "work_alerts": LISTENS,
    "work_alert": THIS_ALERT,
    "work_alert_acknowledge": THIS_ALERT,
    "work_alert_step": THIS_ALERT,
    "work_alert_close": THIS_ALERT,
    "work_rota": anyone(READER, PARTICIPATION, WORKER, CHAIR, LEAD, ADMIN),
    "work_rota_remove": KEEPS_ROTA,
    "work_interpreters": anyone(READER, PARTICIPATION, WORKER, CHAIR, LEAD, ADMIN),
    "work_interpreter_remove": KEEPS_ROTA,
    "work_interpreter_found": Staff(frozenset({WORKER, LEAD, PARTICIPATION, ADMIN}), KEEPS_ROTA.here),
    # themes and quotes: which words each may open is asked for every text
    "work_themes": SEES_THEMES,
    "work_theme_set": SEES_THEMES,
    "work_themes_again": anyone(PARTICIPATION),
    "work_theme_sort": WRITES_REPORTS,
    "work_theme_settle": WRITES_REPORTS,
    "work_theme_undo": WRITES_REPORTS,
    "work_theme_worried": WRITES_REPORTS,
    "work_quotes": WRITES_REPORTS,
    "work_quote_new": WRITES_REPORTS,
    "work_quote": WRITES_REPORTS,
    "work_quote_out": WRITES_REPORTS,
    # summaries, groups, replies, champions
    "try_questions": anyone(PARTICIPATION, ADMIN),
    "work_releases": SEES_RELEASES,
    "work_release": SEES_RELEASES,
    "work_windows_new": RUNS_RELEASES,
    "work_window_freeze": RUNS_RELEASES,
    "work_year_new": RUNS_RELEASES,
    "work_year_plan": RUNS_RELEASES,
    "work_release_by": SEES_RELEASES,
    "work_release_correct": RUNS_RELEASES,
    "work_release_share": RUNS_RELEASES,
    "poll_ballot": OPEN,
    "poll_sent": OPEN,
    "work_polls": RUNS_RELEASES,
    "work_poll": RUNS_RELEASES,
    "work_poll_open": RUNS_RELEASES,
    "work_poll_close": RUNS_RELEASES,
    "work_evidence": SEES_RELEASES,
    "work_evidence_set": SEES_RELEASES,
    "work_evidence_pdf": SEES_RELEASES,
    "work_populations": SEES_RELEASES,
    "work_population": RUNS_RELEASES,
    "work_population_undo": RUNS_RELEASES,
    "work_release_reach": SEES_RELEASES,
    "work_release_action": RUNS_RELEASES,
    "work_release_unshare": RUNS_RELEASES,
    "groups": anyone(MEMBER, YOUNG),
    "group": THIS_GROUP,
    "pack": THIS_GROUP,
    "pack_plain": THIS_GROUP,
    "pack_large": THIS_GROUP,
    "pack_by": THIS_GROUP,
    "pack_papers": THIS_GROUP,
    "pack_pdf": only(MEMBER),  # nothing is kept on a young person's own device
    "pack_large_pdf": only(MEMBER),
    "pack_file": only(MEMBER),
    "group_challenges": THIS_GROUP,
    "group_challenge_new": THIS_GROUP,
    "group_challenge": THIS_GROUP,
    "group_meetings": THIS_GROUP,
    "group_recommendations": THIS_GROUP,
    "group_note": THIS_GROUP,  # the young member, and their supporter
    "work_group_challenges": anyone(PARTICIPATION),
    "work_group_challenge": anyone(PARTICIPATION),
    "work_group_meetings": KEEPS_GROUPS,
    "work_group_meeting": KEEPS_GROUPS,
    "work_recommendations": WRITES_REPLIES,
    "work_recommendation_new": WRITES_REPLIES,
    "work_recommendation": WRITES_REPLIES,
    "work_recommendation_close": WRITES_REPLIES,
    "work_recommendation_reopen": WRITES_REPLIES,
    "work_recommendation_undo": WRITES_REPLIES,
    "work_groups": KEEPS_GROUPS,
    "work_group_new": KEEPS_GROUPS,
    "work_group": KEEPS_GROUPS,
    "work_group_add_member": KEEPS_GROUPS,
    "work_group_remove_member": KEEPS_GROUPS,
    "work_group_share": KEEPS_GROUPS,
    "work_changes": WRITES_REPLIES,
    "work_change_new": WRITES_REPLIES,
    "work_change": WRITES_REPLIES,
    "work_change_publish": WRITES_REPLIES,
    "work_change_take_off": WRITES_REPLIES,
    "work_change_undo": WRITES_REPLIES,
    "champions": anyone(CHAMPION, CHAMPION_LEAD),
    "champion_summary": anyone(CHAMPION, CHAMPION_LEAD),
    "work_champions": LEADS_CHAMPIONS,
    "work_champion_new": LEADS_CHAMPIONS,
    "work_champion_new_young": LEADS_CHAMPIONS,
    "work_champion_setting": LEADS_CHAMPIONS,
    "work_champion_stop": LEADS_CHAMPIONS,
}
STAFF_ADDRESSES = {name: who for name, who in WHO_MAY_WHAT.items() if isinstance(who, Staff)}
