"""How to mend findings in each program, in English. ``tribe`` is The Events Calendar of WordPress."""

from __future__ import annotations

MEND_EN: dict[str, dict[str, str]] = {
    "publish": {
        "google": "Open Google Calendar on a computer. Open the three dots beside the calendar's name and choose “Settings and "
        "sharing”. Make the calendar available to public. On the same page, under “Integrate calendar”, copy the public address in iCal "
        "format.",
        "outlook": "Open Outlook in a browser. Choose Settings → Calendar → Shared calendars → “Publish a calendar”. Choose the "
        "calendar and “Can view all details”, and press Publish. Copy the ICS link (not the HTML link). If it is not there, your "
        "organisation has switched it off: ask the IT support.",
        "nextcloud": "Open the calendar in Nextcloud. Press the share icon beside the calendar's name and make a public link (“Share "
        "link”). Choose “Copy subscription link” in the menu of the link.",
        "tribe": "Open your site's event calendar in a browser. Below it is “Subscribe to calendar”. Give us the address that ends in "
        "?ical=1, for example https://site.example/events/?ical=1.",
        "icloud": "Open Calendar on a Mac, or icloud.com. Press the share icon beside the calendar's name, choose “Public Calendar” and "
        "copy the link. It begins with webcal://.",
        "myclub": "Ask your club's administrator to publish the open events on the club's myClub pages and give us the address of that "
        "calendar. Your own subscription is personal.",
    },
    "details": {
        "google": "Choose “Settings and sharing” and, at the public calendar, “See all event details”.",
        "outlook": "In Outlook in a browser choose Settings → Calendar → Shared calendars. Change the published calendar to “Can view "
        "all details”.",
        "nextcloud": "Open the event and change its visibility to “When shared show full event”.",
        "myclub": "Ask your club's administrator to show the names of events in the public calendar.",
    },
    "end": {
        "google": "Open the event, press the pencil and choose an end beside the start. Save.",
        "outlook": "Open the event and choose an end below the start. Save.",
        "nextcloud": "Open the event and choose an end beside the start. Update.",
        "tribe": "Edit the event in WordPress. Under “Time & Date” give the end as well, and untick what hides the end time. Update.",
        "icloud": "Open the event, press its time and choose an end.",
        "myclub": "Open the event in myClub, choose Edit and add an end.",
    },
    "all_day": {
        "google": "Open the event, press the pencil and untick “All day”. Choose start and end. Take the time out of the name. Save.",
        "outlook": "Open the event and switch “All day” off. Choose start and end. Take the time out of the name. Save.",
        "nextcloud": "Open the event and untick “All day”. Choose the times. Take the time out of the name. Update.",
        "tribe": "Edit the event in WordPress and untick “All Day Event”. Choose the times. Take the time out of the name. Update.",
        "icloud": "Open the event, press its time and switch “all-day” off. Choose the times. Take the time out of the name.",
        "myclub": "Open the event in myClub, choose Edit, set start and end, and take the time out of the name.",
    },
    "place": {
        "google": "Open the event, press the pencil and write the place at “Add location”: building and address. Save.",
        "outlook": "Open the event and write the place at “Location”: building and address. Save.",
        "nextcloud": "Open the event and write the place at “Add a location”: building and address. Update.",
        "tribe": "Edit the event in WordPress and choose a venue, or make a new one: name and address. Update.",
        "icloud": "Open the event and write the place at “Add Location”.",
        "myclub": "Open the event in myClub, choose Edit and add the venue.",
    },
    "description": {
        "google": "Open the event, press the pencil and write at “Add description”: what, for whom, price, enrolment.",
        "outlook": "Open the event and write into the text field: what, for whom, price, enrolment. Check that the calendar is "
        "published with “Can view all details”, or else the description does not come along.",
        "nextcloud": "Open the event and write at “Add a description”: what, for whom, price, enrolment.",
        "tribe": "Edit the event in WordPress and write a few sentences below the title: what, for whom, price, enrolment.",
        "icloud": "Open the event and write at “Add Notes”: what, for whom, price, enrolment.",
    },
    "zone": {
        "google": "Open the calendar's “Settings and sharing” and choose the time zone Helsinki.",
        "outlook": "Choose Settings → Calendar → View and the time zone Helsinki.",
        "nextcloud": "Open the event and choose the time zone Europe/Helsinki beside the time.",
        "tribe": "In WordPress choose Settings → General → Timezone: Helsinki (not UTC+2).",
        "icloud": "Switch time zone support on in Calendar's settings and choose Helsinki for the event.",
    },
    "repeat_end": {
        "google": "Open the event, press the pencil, choose “Custom” at the repetition and a day at “Ends”. Save for the whole series.",
        "outlook": "Open the series, press the repetition and choose an end. Save.",
        "nextcloud": "Open the event, edit the repetition and choose an end → on date. Update all.",
        "tribe": "Edit the series in WordPress and give the repetition an end. Update.",
        "icloud": "Open the event, press the repetition and choose “End Repeat” → on date.",
        "myclub": "Open the series in myClub and give the last day of the season.",
    },
    "exceptions": {
        "google": "Press the day on which you do not meet, choose the bin and “This event”. Do the same for the other days.",
        "outlook": "Press the day on which you do not meet and choose Delete → “This event”. Do the same for the other days.",
        "nextcloud": "Open the event of the day on which you do not meet and choose “Delete this occurrence”. Do the same for the other "
        "days.",
        "tribe": "Edit the series in WordPress and add exceptions: the days on which you do not meet. Update.",
        "icloud": "Press the day on which you do not meet and choose Delete → “Delete Only This Event”. Do the same for the other days.",
        "myclub": "Delete or cancel in myClub the single dates on which you do not meet.",
    },
    "members": {
        "google": "Make a calendar of its own for members: Other calendars → + → “Create new calendar”. Do not publish it. A single "
        "event can also be marked private: pencil → visibility → “Private”.",
        "outlook": "Open the event and mark it private (the lock), or keep members' events in another calendar that is not published.",
        "nextcloud": "Open the event and change its visibility to “When shared hide this event”, or keep members' events in another "
        "calendar.",
        "tribe": "Edit the event in WordPress and change its visibility to “Private”. Update.",
        "icloud": "Move the event to another calendar that is not published.",
        "myclub": "Check the event's visibility in myClub: only what is open to everybody belongs in the public calendar. You can also "
        "tell us what the open events are called: then we show only those.",
    },
    "uid": {
        "outlook": "A calendar published by Outlook does this by itself. You need not do anything: we recognise events by name and time.",
    },
    "confirm": {
        "outlook": "When the event is certain, open it and change its status to “Busy” instead of tentative. Save.",
        "nextcloud": "When the event is certain, open it and change its status to “Confirmed”. Update.",
    },
}
