package id.sigap.intake.pace;

import id.sigap.intake.vault.KeyedHash;
import id.sigap.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** As if somebody had done it as often as the limit allows, with nothing left. */
@ApplicationScoped
public class UsedUp {

    private final Sql sql;
    private final KeyedHash hashes;
    private final LimitsConfig config;

    UsedUp(Sql sql, KeyedHash hashes, LimitsConfig config) {
        this.sql = sql;
        this.hashes = hashes;
        this.config = config;
    }

    public void by(Counted.Use use) {
        sql.changed(
                "insert into allowance (what, whom, window_start, used) values (?, ?, now(), ?)",
                use.what().name(),
                hashes.ofAddress(use.whom()),
                use.what().limit(config).times());
    }
}
