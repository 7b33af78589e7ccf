"""The table of signs: what each is worth and why. docs/duplicates.md has the same table and how it was set.

Points are natural-log odds (Fellegi and Sunter 1969): 2.3 is ten to one. They stand for pairs that the blocks brought together, so near in
time and area; that most such pairs are two things is part of the thresholds, not of the points.
"""

from __future__ import annotations

from dataclasses import dataclass

JOINED = 7.0
"""Points from which on two tellings are one event."""
ASK = 4.5
"""Points from which on a person is asked."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one sign is worth."""

    points: float
    reason: str


W = Weight
TIME = {
    "same_times": W(4.0, "Start and end agree to the minute; most double listings do, neighbours in one house seldom."),
    "same_start": W(3.3, "The start agrees, an end is not told on one side or both; starts fall on full hours, so it is worth less."),
    "same_start_other_end": W(2.5, "Ends are often rounded or guessed."),
    "first_day": W(2.3, "One tells all days of it, the other its beginning."),
    "whole_day": W(1.0, "One tells the day only, or both begin at midnight without an end; many things are on a day."),
    "same_end": W(2.0, "The same end and a start up to an hour off: doors and show, or a slip."),
    "utc_apart": W(1.2, "Start (and end) are off by exactly the offset from UTC of that day: read as local time by one of them."),
    "hour_apart": W(1.0, "Off by exactly an hour: a clock change or a neighbouring zone; also how groups follow each other."),
    "quarters_apart": W(0.6, "Off by 15, 30 or 45 minutes: doors, gathering, or another session."),
    "other_start": W(-4.5, "Both tell a time of day, they differ by no known pattern, and the two overlap."),
    "other_performance": W(-8.0, "Both tell a time of day, they differ by no known pattern, and the one is over before the other."),
    "follows": W(-1.0, "The one begins when the other is over, as groups that follow each other do: a shift need be no slip."),
    "performed_twice": W(-2.5, "What is performed is shown twice a day, often two hours apart: a shift is no slip there."),
    "same_dates": W(4.5, "Two series share their dates and clock times."),
    "most_dates": W(3.5, "Two series share most of their dates: one of them forgot a break or ends earlier."),
    "some_dates": W(1.0, "Two series share some dates."),
    "instance": W(3.0, "A single listing is on a date and at the time of the series."),
    "other_dates": W(-8.0, "No day in common."),
    "undated": W(0.5, "Neither has dates."),
    "one_undated": W(-2.0, "Only one of them has dates."),
}
PLACE = {
    "same_room": W(3.2, "The same room of the same house."),
    "same_place": W(2.6, "The same house; a busy one has several things at once."),
    "other_room": W(-1.5, "Two rooms of one house: two things, or two names of one room."),
    "same_place_words": W(2.4, "The same name or street address, though the registry does not know it."),
    "some_place_words": W(1.4, "One's words are all in the other's."),
    "same_spot": W(1.8, "Coordinates less than 150 metres apart."),
    "near_by": W(0.3, "Less than a kilometre apart."),
    "beside": W(1.0, "Two places of the registry that stand less than 100 metres apart or within each other."),
    "same_postal_code": W(0.5, "The same postal code and nothing more."),
    "place_untold": W(-1.2, "One or both tell no place, or one tells its name and the other its street."),
    "part_place_words": W(-0.5, "Some words of the places agree and others do not: two houses of one village, or two branches."),
    "other_place_words": W(-2.5, "Different names of the place, neither in the registry; seldom two names of one."),
    "other_house": W(-7.0, "Two libraries, two schools: the same sort of house under different names."),
    "off": W(-2.0, "Coordinates one to two kilometres apart; some are those of the town."),
    "far_apart": W(-5.0, "Coordinates two kilometres or more apart."),
    "other_municipality": W(-6.0, "Two municipalities, each told for sure."),
    "other_place": W(-9.0, "Two known places that do not stand beside each other."),
    "both_online": W(0.8, "Both take place in the net."),
    "online_or_not": W(-1.5, "One in the net, the other in a room; some are both."),
}
NAME = {
    "same_name": W(6.0, "The very same name."),
    "like_name": W(5.0, "The most that names in one language that are alike are worth; less, the less alike they are."),
    "unlike_name": W(-6.0, "The least that names in one language are worth that share little; more, the more they share."),
    "half_translated_name": W(-2.0, "The least that names in two languages are worth that share little: the rest may mean the same."),
    "open_name": W(
        0.5, "The least that names in two languages are worth that share a word and do not contradict: the rest may mean the same."
    ),
    "translated_name": W(5.0, "The most that names are worth that mean the same in two languages."),
    "untranslated_name": W(-0.5, "Two languages, no word in common, and in one at least no word is known: that tells nearly nothing."),
    "other_name": W(-7.0, "One language, and nothing in common."),
    "name_number": W(-9.0, "Another session, course or group number."),
    "name_audience": W(-9.0, "The names say another audience."),
    "name_people": W(-6.0, "The names say other people, who might come to one thing (children and young people)."),
    "name_performer": W(-9.0, "The names say another performer."),
    "name_team": W(-9.0, "The names say another opponent."),
    "name_language_group": W(-9.0, "The names say another language of the group."),
    "name_level": W(-9.0, "The names say another level."),
}
WHO = {
    "same_organizer": W(1.5, "Two sources of one organizer."),
    "credits": W(2.5, "One credits the other's organizer."),
    "names_organizer": W(1.8, "One's name or text names the other's organizer."),
    "passed_on": W(0.3, "One passes on what others arrange, so another organizer is natural."),
    "other_organizer": W(-0.6, "Each says to arrange it."),
}
LINKS = {
    "same_origin": W(9.0, "The same record, come by two ways."),
    "same_uid": W(7.0, "The same identifier, made to be the only one in the world."),
    "same_page": W(4.0, "The same page of one event."),
    "links_to_page": W(4.0, "One links to the other's page."),
    "same_registration": W(4.0, "The same page to enrol on."),
    "links_to_host": W(1.2, "One links to the other's site."),
}
TERMS = {
    "same_price": W(0.6, "The same price, not free."),
    "both_free": W(0.2, "Most things are free."),
    "other_price": W(-0.6, "Other prices; they are often told in part."),
    "free_or_not": W(-1.0, "Free for one, not for the other."),
    "same_ages": W(1.0, "The same ages, years of birth or grades."),
    "other_ages": W(-8.0, "Ages, years of birth or grades that exclude each other: two groups."),
    "same_audience": W(0.5, "The same audience, and not everybody."),
    "other_audience": W(-1.0, "Other audiences, which may be two views of one."),
    "other_generation": W(-4.0, "Audiences of ages that exclude each other."),
    "same_subject": W(0.8, "The same subject of the vocabulary."),
    "same_topic": W(0.3, "The same wide topic."),
    "other_topic": W(-0.8, "Other topics; the vocabulary may be wrong."),
    "same_capacity": W(0.8, "The same number of places."),
    "other_kind": W(-8.0, "A task or a service is no event."),
}
TEXT = {
    "same_text": W(3.0, "Descriptions that share half of their passages: copied."),
    "part_of_text": W(2.0, "Descriptions that share some passages."),
    "same_words": W(0.8, "Descriptions that share at least two proper words or long numbers."),
}
SOURCE = {
    "part_of": W(1.0, "One record is named as the whole that the other is part of."),
    "one_source": W(-8.0, "One source seldom tells a thing twice."),
    "one_source_other_time": W(-9.0, "One source tells two times: two things."),
}
POINTS: dict[str, Weight] = TIME | PLACE | NAME | WHO | LINKS | TERMS | TEXT | SOURCE
VETOES = frozenset(
    {
        *("other_performance", "other_dates", "other_place", "other_house", "other_municipality", "other_ages", "one_source_other_time"),
        *(code for code in NAME if POINTS[code].points <= -9),  # noqa: PLR2004 - what the names contradict
    }
)
"""Signs that nothing makes up for."""
