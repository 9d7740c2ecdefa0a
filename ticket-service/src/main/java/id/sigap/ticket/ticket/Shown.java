package id.sigap.ticket.ticket;

import id.sigap.events.Msisdn;
import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;

/** How much of a ticket a reader may see: a number belongs to a person, and ops needs no persons. */
enum Shown {
    /** To officers, supervisors and the regulator. */
    EVERYTHING,
    /** To ops: no number, no reports, nobody's words. */
    NOTHING_PERSONAL;

    /** Country code and the three digits that name the range. */
    private static final int RANGE = "+62811".length();

    static Shown to(CurrentUser reader) {
        boolean desk = reader.has(Roles.OFFICER) || reader.has(Roles.SUPERVISOR) || reader.has(Roles.REGULATOR);
        return desk ? EVERYTHING : NOTHING_PERSONAL;
    }

    String number(Msisdn number) {
        return this == EVERYTHING ? number.value() : number.value().substring(0, RANGE) + "…";
    }
}
