package id.sigap.systemtests;

import id.sigap.faults.check.Invariant;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.local.service.Service;
import java.util.UUID;

/** What somebody may do to a system behind its back, and the invariant it breaks. Each hurts something else. */
enum Damage {
    CASE_DELETED(Invariant.A) {
        @Override
        String by(Hand hand) {
            String report = hand.report("REJECTED", 0);
            hand.sql(Service.VERIFICATION, "delete from case_evidence where report = '" + report + "'");
            hand.sql(Service.VERIFICATION, "delete from verification_case where report = '" + report + "'");
            return report;
        }
    },
    EVIDENCE_HASH_CHANGED(Invariant.A) {
        @Override
        String by(Hand hand) {
            Row piece = hand.row(Service.VERIFICATION, "case_evidence", 0);
            hand.sql(
                    Service.VERIFICATION,
                    "update case_evidence set sha256 = repeat('0', 64) where evidence = '" + piece.text("evidence")
                            + "'");
            return piece.text("evidence");
        }
    },
    MESSAGE_DELETED(Invariant.A) {
        @Override
        String by(Hand hand) {
            Row message = hand.row(Service.INTAKE, "message", 0);
            hand.sql(Service.INTAKE, "delete from message where id = '" + message.text("id") + "'");
            return message.text("report");
        }
    },
    REPORT_IN_A_SECOND_TICKET(Invariant.A) {
        @Override
        String by(Hand hand) {
            Row one = hand.row(Service.TICKET, "ticket_report", 0);
            Row other = hand.row(Service.TICKET, "ticket_report", 1);
            hand.sql(
                    Service.TICKET,
                    "insert into ticket_report (ticket, report, verified_at, joined_at) values ('%s', '%s', now(), now())"
                            .formatted(other.text("ticket"), one.text("report")));
            return one.text("report");
        }
    },
    MESSAGE_DOUBLED(Invariant.B) {
        @Override
        String by(Hand hand) {
            Row message = hand.row(Service.INTAKE, "message", 1);
            hand.sql(Service.INTAKE, "alter table message drop constraint message_report_author_client_id_key");
            hand.sql(Service.INTAKE, """
                    insert into message (id, report, sequence, author, officer, client_id, text, at)
                    select gen_random_uuid(), report, sequence + 1000, author, officer, client_id, text, at
                    from message where id = '%s'""".formatted(message.text("id")));
            return message.text("client_id");
        }
    },
    DECISION_BY_NOBODY(Invariant.C) {
        @Override
        String by(Hand hand) {
            Row row = hand.entry(Service.VERIFICATION, "id.sigap.verification.evidence-verified.v1", 0);
            hand.sql(Service.VERIFICATION, """
                    update journal set payload = convert_to(replace(replace(convert_from(payload, 'UTF8'),
                        '"decidedBy":"sari"', '"decidedBy":"eve"'), '"decidedBy":"budi"', '"decidedBy":"eve"'), 'UTF8')
                    where id = '%s'""".formatted(row.text("id")));
            return row.text("subject");
        }
    },
    SECOND_OPEN_TICKET(Invariant.D) {
        @Override
        String by(Hand hand) {
            Row ticket = hand.ticket("BLOCKED", 0);
            String id = UUID.randomUUID().toString();
            hand.sql(Service.TICKET, "drop index one_open_ticket_per_number");
            hand.sql(Service.TICKET, """
                    insert into ticket (id, ticket_number, number, state, operator, category, channel, evidence_complete_at,
                        opened_at, blocked_at, version)
                    select '%s', 'SGP-2026-999999', number, state, operator, category, channel, evidence_complete_at,
                        opened_at, blocked_at, version from ticket where id = '%s'""".formatted(id, ticket.text("id")));
            return id;
        }
    },
    REQUEST_NOBODY_ASKED_FOR(Invariant.D) {
        @Override
        String by(Hand hand) {
            return hand.write("operator.xlsmart.requests", "+628170000000", "{\"request\":\"none\"}");
        }
    },
    BREACH_FORGOTTEN(Invariant.E) {
        @Override
        String by(Hand hand) {
            Row breach = hand.entry(Service.SLA, "id.sigap.sla.sla-breached.v1", 0);
            hand.sql(Service.SLA, "delete from journal where id = '" + breach.text("id") + "'");
            return breach.text("subject");
        }
    },
    ANOTHERS_REQUEST(Invariant.F) {
        @Override
        String by(Hand hand) {
            return hand.misdelivered();
        }
    },
    CANARY_ON_A_TOPIC(Invariant.F) {
        @Override
        String by(Hand hand) {
            return hand.write("sigap.sla", "canary", "{\"name\":\"" + hand.person() + "\"}");
        }
    },
    CANARY_IN_A_DATABASE(Invariant.F) {
        @Override
        String by(Hand hand) {
            hand.sql(
                    Service.TICKET,
                    "update operator_request set note = 'dari " + hand.person() + "' where id = '"
                            + hand.row(Service.TICKET, "operator_request", 3).text("id") + "'");
            return "database of ticket-service";
        }
    },
    CANARY_IN_A_LOG(Invariant.F) {
        @Override
        String by(Hand hand) {
            return hand.log(Service.SLA, "hello " + hand.person());
        }
    },
    PAYLOAD_FLIPPED(Invariant.G) {
        @Override
        String by(Hand hand) {
            Row row = hand.entry(Service.NOTIFIER, "id.sigap.confirmation.request-delivered.v1", 0);
            hand.sql(
                    Service.NOTIFIER,
                    "update journal set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where id = '"
                            + row.text("id") + "'");
            return row.text("id");
        }
    },
    STRAY_EVENT(Invariant.G) {
        @Override
        String by(Hand hand) {
            return hand.write(
                    "sigap.verifications.dead-letters", UUID.randomUUID().toString(), "{}");
        }
    },
    BLOB_REMOVED(Invariant.H) {
        @Override
        String by(Hand hand) {
            return hand.withoutBlob(0);
        }
    },
    BLOB_CHANGED(Invariant.H) {
        @Override
        String by(Hand hand) {
            return hand.withAnotherBlob(1);
        }
    },
    EVENT_FORGOTTEN(Invariant.I) {
        @Override
        String by(Hand hand) {
            Row position = hand.position(Service.TICKET, "sigap.verifications", 0);
            hand.sql(
                    Service.TICKET,
                    "update inbox_position set version = version - 1 where subject = '" + position.text("subject")
                            + "'");
            return position.text("subject");
        }
    },
    POINTER_LEFT(Invariant.I) {
        @Override
        String by(Hand hand) {
            Row row = hand.row(Service.VERIFICATION, "journal", 0);
            // a lane that no relay looks at
            hand.sql(
                    Service.VERIFICATION,
                    "insert into pending (shard, subject, version) values (99, '%s', %d)"
                            .formatted(row.text("subject"), row.number("version")));
            return row.text("subject");
        }
    },
    CASE_JUMPED(Invariant.J) {
        @Override
        String by(Hand hand) {
            String report = hand.report("CLOSED", 2);
            hand.sql(
                    Service.VERIFICATION,
                    "update verification_case set state = 'WITHDRAWN' where report = '" + report + "'");
            return report;
        }
    },
    BLOCK_UNSAID(Invariant.K) {
        @Override
        String by(Hand hand) {
            Row ticket = hand.ticket("BLOCKED", 1);
            hand.sql(Service.TICKET, """
                    delete from journal where subject = '%s' and type = 'id.sigap.ticket.number-blocked.v1'""".formatted(ticket.text("id")));
            return ticket.text("number");
        }
    },
    STORY_INVENTED(Invariant.L) {
        @Override
        String by(Hand hand) {
            String report = hand.report("CLOSED", 1);
            hand.sql(Service.INTAKE, """
                    insert into timeline_entry (id, report, at, step)
                    values (gen_random_uuid(), '%s', now(), 'ANSWERED')""".formatted(report));
            return report;
        }
    },
    NUMBER_CHECK_MISLED(Invariant.M) {
        @Override
        String by(Hand hand) {
            String ticket = hand.ticket("BLOCKED", 2).text("id");
            hand.sql(Service.INTAKE, "update followed_ticket set blocked_at = null where ticket = '" + ticket + "'");
            return ticket;
        }
    },
    CLOCK_RUNS_ON(Invariant.N) {
        @Override
        String by(Hand hand) {
            String request = hand.startedClock("WITHDRAWN").text("request");
            hand.sql(Service.SLA, "update clock set state = 'RUNNING' where request = '" + request + "'");
            return request;
        }
    },
    STATE_JUMPED(Invariant.M) {
        @Override
        String by(Hand hand) {
            String report = hand.report("CLOSED", 0);
            hand.sql(Service.INTAKE, "update report set state = 'SUBMITTED' where id = '" + report + "'");
            return report;
        }
    };

    private final Invariant breaks;

    Damage(Invariant breaks) {
        this.breaks = breaks;
    }

    Invariant breaks() {
        return breaks;
    }

    /** @return what the finding must name */
    abstract String by(Hand hand);
}
