package id.sigap.intake.receipt;

import id.sigap.intake.vault.KeyedHash;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts wrong codes by address, in the database so that a second replica counts along. */
@ApplicationScoped
class WrongCodes {

    private static final String COUNT = """
            select count(*) from wrong_receipt where address = ? and tried_at > now() - make_interval(secs => ?)""";
    private static final String REMEMBER = "insert into wrong_receipt (address) values (?)";
    private static final String FORGET = "delete from wrong_receipt where tried_at < now() - make_interval(secs => ?)";

    private final Sql sql;
    private final KeyedHash hashes;
    private final ReceiptConfig config;

    WrongCodes(Sql sql, KeyedHash hashes, ReceiptConfig config) {
        this.sql = sql;
        this.hashes = hashes;
        this.config = config;
    }

    /** @throws Refusal 429 after too many wrong codes from this address */
    void refuseGuesser(String address) {
        long tried =
                sql.number(COUNT, hashes.ofAddress(address), config.window().toSeconds());
        if (tried >= config.wrongCodes()) {
            throw new Refusal(429, "too-many-requests", config.window().toSeconds());
        }
    }

    void remember(String address) {
        sql.changed(REMEMBER, hashes.ofAddress(address));
    }

    @Scheduled(every = "10m", delayed = "5m")
    void forget() {
        sql.changed(FORGET, config.window().toSeconds());
    }
}
