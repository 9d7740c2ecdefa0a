package id.sigap.intake.testing;

import id.sigap.testing.SharedInfrastructure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What time does to a case, done at once: by the database's owner. */
public final class Vault {

    private Vault() {}

    /** Every browser that had opened the case has rested too long. */
    public static void endSessionsOf(Citizen citizen) {
        change("update browser_session set expires_at = now() - interval '1 second' where case_id = ?", citizen);
    }

    /** As if this address had never asked for anything. */
    public static void forgetAllowances() {
        change("delete from allowance");
    }

    /** The operator was asked; there is so much time left, or there was. @param left such as {@code 5 hours} or {@code -2 hours} */
    public static void setDeadlineOf(Citizen citizen, String left) {
        change("""
                with asked as (
                    insert into followed_ticket (ticket, ticket_number, due_at)
                    values (?, 'SGP-2026-000001', now() + interval '%s')
                    on conflict (ticket) do update set due_at = excluded.due_at
                    returning ticket)
                update report set ticket = asked.ticket, ticket_number = 'SGP-2026-000001' from asked where id = asked.ticket""".formatted(left), citizen);
    }

    private static void change(String sql, Citizen citizen) {
        change(sql, UUID.fromString(citizen.report()));
    }

    private static void change(String sql, Object... parameters) {
        try (Connection owner =
                        SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                PreparedStatement change = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                change.setObject(i + 1, parameters[i]);
            }
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
