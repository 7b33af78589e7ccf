"""The findings in English."""

from __future__ import annotations

from normalize.finding_wording import FindingWords as W

EN: dict[str, W] = {
    # The address
    "address_missing": W(
        "The address is missing.",
        "Without an address we cannot find the calendar.",
        "Copy the calendar's address and paste it here. It usually begins with https:// or webcal://.",
    ),
    "address_not_one": W(
        "This is not a web address.",
        "We fetch events from a web address and cannot find them in other text.",
        "Copy the whole address. It begins with https:// or webcal://.",
    ),
    "address_mail": W(
        "This is an e-mail address, not the address of a calendar.",
        "Events cannot be read from an e-mail address.",
        "Open your calendar program, publish the calendar and copy its address. It begins with https:// or webcal://.",
    ),
    "address_file": W(
        "This is a file on your own device ({name}), not a web address.",
        "We cannot reach your device. A file also grows old: when you change the calendar, the file does not change.",
        "Publish the calendar in your program and give us its web address. If you only want to try the file, ask the operator to read it.",
    ),
    "address_facebook": W(
        "We cannot fetch events from Facebook or Instagram.",
        "The service does not give them to other programs, and not every resident uses it.",
        "Keep the events in a calendar that can be published, Google Calendar for example, and give us its address.",
    ),
    "address_local": W(
        "The address is not on the open Internet.",
        "It can be reached from your own network only, so we cannot fetch the events.",
        "Give an address that also opens on a phone at home.",
    ),
    "address_own": W(
        "This is your own view of the calendar. Only you see it, when you are signed in.",
        "Everybody else gets a sign-in page.",
        "Publish the calendar in your program and give us the address of the published calendar.",
    ),
    "address_shared_file": W(
        "This is a link to a shared file or folder.",
        "It opens a page for viewing, from which events cannot be read.",
        "Give the calendar's own address. If the events are in a sheet, publish the sheet to the web as CSV and give that address.",
    ),
    "address_other": W(
        "You gave the address of a page that shows or shares the calendar.",
        "That page is made for people. Programs read the events from another address.",
        "Use this address: {url}",
    ),
    "address_sheet": W(
        "You gave the address of the page where the sheet is edited.",
        "That page is made for people. Programs read the sheet from another address.",
        "Use this address: {url} The sheet must be shared so that anyone with the link can view it.",
    ),
    "address_sharing": W(
        "You gave the address of a page that shares a file.",
        "Events cannot be read from that page, but from the file itself they can.",
        "Use this address: {url} Remember that the file changes only when you put a new one there. A published calendar keeps itself "
        "current.",
    ),
    "address_webcal": W("The address begins with webcal:. We read it as https:.", "", "You need not do anything."),
    "address_no_scheme": W("The address lacked https:// at its beginning. We added it.", "", "Check that this is the right address: {url}"),
    "address_secret": W(
        "The address holds a secret key. We show it to nobody.",
        "Whoever has the key sees everything in the calendar, also what is not for the public.",
        "If the calendar holds more than public events, make a calendar of its own for those and give us its public address.",
    ),
    "address_secret_public": W(
        "The address holds a secret key. We show it to nobody.",
        "Whoever has the key sees everything in the calendar, also what is not for the public.",
        "Make the calendar public and give us its public address: {public}",
    ),
    "several_calendars": W(
        "What you gave us holds {number} calendars. We looked at the first.",
        "The events of the others are missing.",
        "Submit the others one by one:\n{urls}",
    ),
    "page_with_feed": W(
        "You gave the address of a web page. We found a calendar on it and looked at that.",
        "The layout of a page may change, and then the events vanish. The calendar's own address stays.",
        "Use this address: {url}",
    ),
    "guessed_columns": W(
        "We read the sheet by the names of its columns: {columns}.",
        "If a column is misunderstood, its content shows in the wrong place.",
        "Check whether the events above look right. The operator can describe the columns more exactly. Do not rename columns later.",
    ),
    # What answered instead of a calendar
    "file_kind": W(
        "At the address is a file from which we cannot read events ({kind}).",
        "In a leaflet, a picture or a document the program cannot tell what is the name, the day or the place.",
        "Put the events into a calendar that can be published, or into a sheet, and give us its address.",
    ),
    "page_without_feed": W(
        "At the address is an ordinary web page, and we found no calendar on it.",
        "We do not know which texts of the page are events.",
        "Give the calendar's own address. Look for a link “Subscribe” or “iCal”, or ask whoever makes the pages. If there is no "
        "calendar, the operator can describe the page to us by hand.",
    ),
    "needs_description": W(
        "We recognised the format: {format}. The operator has to describe it in the settings before the events can be read.",
        "Until then the events are not shown.",
        "Ask the operator to add the source (kooste new).",
    ),
    "not_calendar": W(
        "The address gave no calendar.",
        "The events cannot be shown, because there are none that we could find.",
        "Open the address in a browser. If you see an ordinary page, the address is wrong. The address of a calendar downloads a file, "
        "or shows text that begins with BEGIN:VCALENDAR.",
    ),
    "needs_password": W(
        "The address asks for a sign-in or a password.",
        "We cannot get in, and neither can residents.",
        "Publish the calendar without a password and give us the public address.",
    ),
    "not_found": W(
        "There is nothing at the address.",
        "The events cannot be shown.",
        "Check that you copied the whole address. If the calendar has moved or is no longer published, publish it again.",
    ),
    "forbidden": W(
        "The server does not let us in.",
        "The events cannot be shown. We never go round such a barrier.",
        "Ask whoever runs the site to allow the calendar's address for our program.",
    ),
    "server_words": W(
        "The server answered with an error message instead of a calendar.",
        "The events cannot be shown.",
        "Open the address in a browser. If you see the same error, tell the support of the calendar program.",
    ),
    "empty_answer": W(
        "The server answered, but sent an empty file.",
        "The events cannot be shown.",
        "Publish the calendar again and copy the new address.",
    ),
    "not_reachable": W(
        "There was no answer from the address. {reason_words}",
        "The events cannot be shown.",
        "Open the address in a browser. If it does not open for you either, check it or ask whoever runs the site.",
    ),
    "robots": W(
        "The site forbids programs to fetch this address.",
        "We obey, so the events cannot be shown.",
        "Ask whoever runs the site to allow the calendar's address (the file robots.txt), or give another address.",
    ),
    "truncated": W(
        "The calendar breaks off, so none of it was used.",
        "If we used half a calendar, the rest of the events would vanish.",
        "Try again in a while. If it happens again, tell the support of the calendar program.",
    ),
    "too_large": W(
        "The calendar is too large. {reason_words}",
        "The events cannot be shown.",
        "Make a calendar of its own for public events, without old events and attachments.",
    ),
    "broken_file": W(
        "The calendar file is broken. {reason_words}",
        "The events cannot be shown.",
        "Publish the calendar again. If it happens again, tell the support of the calendar program.",
    ),
    "own_feed": W(
        "The address gives back the events of our own calendar.",
        "The same events would be shown twice.",
        "Give the address of the original calendar.",
    ),
    "failure": W("{reason_words}", "The events cannot be shown just now.", "If it happens again, tell the operator."),
    # The calendar as a whole
    "empty": W(
        "The calendar is in order, but there is not a single event in it.",
        "A visitor sees nothing.",
        "Add events to the calendar. If there are some already, the wrong calendar may be published.",
    ),
    "only_past": W(
        "All events of the calendar ({n}) are over.",
        "A visitor sees nothing.",
        "Add the coming events. If you keep another calendar nowadays, give us its address.",
    ),
    "only_far": W(
        "The calendar has no events within the next year. There are others: {n}.",
        "A visitor sees nothing.",
        "Check the year of the events. Those far ahead are shown when they are about a year away.",
    ),
    "nothing_public": W(
        "All events of the calendar ({n}) are marked private.",
        "We show no private events, so a visitor sees nothing.",
        "Change the visibility of the public events to “Public”.",
    ),
    "old_events": W(
        "Old events in the calendar: {n}.",
        "Visitors do not see them, but fetching takes longer.",
        "If your program lets you choose, publish coming events only. Nothing has to be done.",
    ),
    "too_many_events": W(
        "The calendar holds a great many coming events ({n}).",
        "The events of other organisers drown among them. So many are often a mistake, such as opening hours entered as events.",
        "Take opening hours and room bookings out. Make what repeats every week one repeating event.",
    ),
    "broken_letters": W(
        "Ä, ö or å is broken in {events} (“Ã¤”, for example).",
        "The name looks like a fault and is not found by searching.",
        "Type the name again. If all such letters are broken, ask the program's support to publish the calendar as UTF-8.",
    ),
    "one_title": W(
        "Many events have the same name: “{title}” ({n}).",
        "A visitor cannot tell them apart.",
        "Say in the name what happens: “Club” → “Craft club: felting”, for example.",
    ),
    "no_description": W(
        "There is no description in {events}.",
        "A visitor does not learn what happens, for whom it is, what it costs and whether to enrol.",
        "Write a few sentences: what, for whom, price, enrolment.",
    ),
    "uid_changes": W(
        "The calendar gives the same events a new identifier every time ({n}).",
        "An event's own page and reminders may break when its name or time changes.",
        "You cannot mend this yourself. Tell the program's support: the UID of an event must not change.",
    ),
    "private": W(
        "Marked private: {events}. Left out.",
        "Visitors do not see them. We keep nothing of them.",
        "If one of them is meant for everybody, change its visibility to “Public”.",
    ),
    "first_page_only": W(
        "We looked at the first page of the list only.",
        "The real harvest reads every page, so there may be more events.",
        "You need not do anything.",
    ),
    # Single events
    "no_title": W(
        "The name is missing in {events}. Without one an event cannot be shown.",
        "A visitor does not see the event at all.",
        "Give the event a name.",
    ),
    "no_start": W(
        "The start is missing in {events}. Without one an event cannot be shown.",
        "A visitor does not see the event at all.",
        "Add the day and the time.",
    ),
    "date_in_text": W(
        "The time stands in the text only, not in a field of its own ({n}).",
        "The program cannot tell when the event is, so it cannot be shown.",
        "Put the day and the time into the event's own fields.",
    ),
    "time_from_text": W(
        "We read the time from the text in {events}, and something had to be assumed.",
        "If the assumption is wrong, visitors come at the wrong time.",
        "Write the whole time: day, month, year and time of day.",
    ),
    "windows_1252": W(
        "The letters of the calendar are stored in an old way (in {events}). We read them as well as we could.",
        "Accented letters and special characters may look wrong.",
        "Save or publish the calendar as UTF-8. If there is no such setting, tell the program's support.",
    ),
    "floating_time": W(
        "The time zone is missing in {events}. We read the times as local time.",
        "Abroad, or in another program, the event may show at the wrong time.",
        "Set the calendar's time zone to Helsinki (Europe/Helsinki).",
    ),
    "zone_unknown": W(
        "The name of the time zone is not known (in {events}).",
        "We do not know the right time, and we do not guess.",
        "Set the calendar's time zone to Helsinki (Europe/Helsinki).",
    ),
    "time_missing": W(
        "The start of {events} falls into an hour that does not exist, because the clocks go forward then.",
        "The event is shown an hour later.",
        "Check the start.",
    ),
    "no_end": W(
        "The end is missing in {events}.",
        "A visitor does not know whether there is time for the bus or for fetching a child. Clashes go unnoticed, too.",
        "Add an end to the event.",
    ),
    "wrong_end": W(
        "The end is wrong in {events}: it is before the start, or years ahead.",
        "We show no wrong time, so a visitor does not know when the event ends.",
        "Check start and end. A repeating event has the length of one meeting, and the repetition apart from it.",
    ),
    "uid": W(
        "The identifiers of events are missing, or several share one ({n}).",
        "If the name or the time changes, the same event may look like a new one.",
        "Usually you cannot mend this yourself. Tell the program's support: every event needs a UID of its own that stays.",
    ),
    "repeated": W(
        "The same event stands in the calendar several times.",
        "We show it once.",
        "Remove the copies. Nothing has to be done.",
    ),
    "rule_unreadable": W(
        "The repetition cannot be read in {events}, so none of the dates is shown.",
        "A visitor does not see the event at all.",
        "Open the event, choose the repetition again (every Tuesday, for example) and save.",
    ),
    "rule_odd": W(
        "There is something odd about the repetition in {events}.",
        "A date may be shown on the wrong day.",
        "Check the first and the last date. Choose the repetition again and save.",
    ),
    "unknown_place": W(
        "We do not know the place in {events}. We show it as it is written.",
        "The event is not found by place or area, and a visitor sees neither accessibility nor the bus stop.",
        "If our proposal is right, write the name of the place so. If the place is new, tell the operator.",
    ),
    "personal_data": W(
        "We found a person's phone number or e-mail address in {events}. We take them out.",
        "Contact details of private persons are not published.",
        "Give the association's shared address or number instead, office@… for example. Then visitors can get in touch.",
    ),
    "text_cut": W(
        "The name or the description is so long that we cut it ({n}).",
        "Visitors do not see the rest.",
        "Shorten the text, or put the rest on a page of your own and link to it.",
    ),
    "password_in_link": W(
        "A link of the event holds a user name or a password ({n}). We removed them.",
        "Everybody could see the password.",
        "Change the password and take it out of the link.",
    ),
    "unreadable_event": W(
        "We cannot read {events}.",
        "A visitor does not see the event at all.",
        "Open the event and save it again. If that does not help, make a new one.",
    ),
    "other": W("{issue_words}", "", ""),
    "all_day_clock": W(
        "The time stands in the name, but the event is marked as lasting all day ({n}).",
        "Visitors see “all day”, and the event is not found by its time.",
        "Untick “All day” and put the time into its own field. Take it out of the name.",
    ),
    "no_place": W(
        "The place is missing in {events}.",
        "A visitor does not know where to come.",
        "Write the place into the event's location field: building and address.",
    ),
    "busy_only": W(
        "Named only “Busy” or “Private”: {events}.",
        "The calendar says when somebody is busy, but not what happens.",
        "Publish the calendar with all details.",
    ),
    "members_only": W(
        "For members or staff only, by their names: {events}.",
        "A visitor may come in vain.",
        "If the event is not open to everybody, mark it private or move it to another calendar.",
    ),
    "html": W(
        "There is formatting code in the text of {events}. We tidied it.",
        "In other programs visitors see characters such as <b> or &nbsp; in the text.",
        "Paste text into the calendar without formatting (Ctrl + Shift + V).",
    ),
    "capitals": W(
        "The name is written in CAPITALS in {events}.",
        "That is hard to read, and a screen reader may spell it letter by letter.",
        "Write the name in ordinary letters.",
    ),
    "rule_without_end": W(
        "The repetition never ends in {events}.",
        "When the group stops, the calendar still shows it, and visitors come in vain.",
        "Give the repetition an end, the last meeting of the season for example.",
    ),
    "planned": W(
        "Marked as tentative: {events}.",
        "They are shown to other organisers who plan, not to visitors.",
        "When the event is certain, change its status to “Confirmed”.",
    ),
    "cancelled": W(
        "Cancelled: {events}. CANCELLED stands before the name.",
        "Visitors see it where they saw the event.",
        "Well done. Do not remove a cancelled event from the calendar before its day is over.",
    ),
    "holidays": W(
        "What happens weekly goes on over public holidays or the Christmas break ({n}). Is that intended?",
        "A visitor may come to a closed door.",
        "Take the days on which you do not meet out of the series.",
    ),
}
