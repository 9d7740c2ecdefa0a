package id.sigap.intake.form;

import id.sigap.service.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** What nobody came back for is deleted. */
@ApplicationScoped
class ForgottenForms {

    private static final String FORGET = "delete from kept_form where expires_at < now()";

    private final Sql sql;

    ForgottenForms(Sql sql) {
        this.sql = sql;
    }

    @Scheduled(every = "10m", delayed = "5m")
    void forget() {
        sql.changed(FORGET);
    }
}
