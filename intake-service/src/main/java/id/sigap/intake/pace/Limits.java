package id.sigap.intake.pace;

import id.sigap.intake.pace.Counted.Use;
import id.sigap.intake.vault.KeyedHash;
import id.sigap.intake.vault.Person;
import id.sigap.mail.MailAddress;
import id.sigap.service.Sql;
import id.sigap.service.TooManyRequests;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place that says enough to somebody nobody knows. Counts in the database, so that a second replica counts along, by keyed hashes: who
 * was counted can't be read from it.
 */
@ApplicationScoped
public class Limits {

    private static final String USED =
            "select used from allowance where what = ? and whom = ? and window_start > now() - make_interval(secs => ?)";
    private static final String USE = """
            insert into allowance (what, whom, window_start, used) values (?, ?, now(), 1)
            on conflict (what, whom) do update set
                used = case when allowance.window_start > now() - make_interval(secs => ?) then allowance.used + 1 else 1 end,
                window_start = case when allowance.window_start > now() - make_interval(secs => ?) then allowance.window_start else now() end
            returning used""";
    private static final String SECONDS_LEFT = """
            select ceil(extract(epoch from window_start + make_interval(secs => ?) - now()))::bigint
            from allowance where what = ? and whom = ?""";
    private static final String FORGET = "delete from allowance where window_start < now() - interval '2 days'";

    private final Sql sql;
    private final KeyedHash hashes;
    private final ProofOfWork proofs;
    private final LimitsConfig config;

    Limits(Sql sql, KeyedHash hashes, ProofOfWork proofs, LimitsConfig config) {
        this.sql = sql;
        this.hashes = hashes;
        this.proofs = proofs;
        this.config = config;
    }

    /**
     * Does what is counted, in the caller's transaction. Looked at before the deed, so that what is refused costs little; counted after it, because
     * a network's row is waited for by all who come from there.
     *
     * @throws TooManyRequests 429 naming the wait; then nothing was done
     */
    public <T> T within(Visitor visitor, List<Use> uses, Supplier<T> deed) {
        List<Use> counted = proofs.takes(visitor)
                ? uses.stream().filter(use -> !use.what().isWaivedByProof()).toList()
                : uses;
        counted.forEach(this::requireLeft);
        T result = deed.get();
        counted.forEach(this::use);
        return result;
    }

    /** What a case uses up, always in this order: whoever waits for a row holds none behind it. */
    public static List<Use> ofCase(Visitor visitor, Person person, Optional<String> number) {
        List<Use> uses = new ArrayList<>(List.of(
                Counted.CASES_FROM_NETWORK.of(visitor.network()),
                Counted.CASES_OF_REPORTER.of(person.mobile()),
                Counted.CASES_OF_MAILBOX.of(MailAddress.of(person.email()).mailbox())));
        number.map(Counted.CASES_ABOUT_NUMBER::of).ifPresent(uses::add);
        return uses;
    }

    /** As {@link #within}, for what counts whatever comes of it. */
    public void use(Visitor visitor, Counted what) {
        if (!proofs.takes(visitor)) {
            use(what.of(visitor.network()));
        }
    }

    /** As {@link #within}, for what only counts once it has failed: {@link #use(Use)} then. */
    public void requireLeft(Visitor visitor, Counted what) {
        if (!proofs.takes(visitor)) {
            requireLeft(what.of(visitor.network()));
        }
    }

    /** @throws TooManyRequests 429 if this was one too many */
    public void use(Use use) {
        Limit limit = limit(use);
        long seconds = limit.window().toSeconds();
        long used = sql.number(USE, use.what().name(), hash(use), seconds, seconds);
        if (used > limit.times()) {
            throw refusal(use, limit);
        }
    }

    private void requireLeft(Use use) {
        Limit limit = limit(use);
        long used = sql.numberIfAny(
                        USED, use.what().name(), hash(use), limit.window().toSeconds())
                .orElse(0L);
        if (used >= limit.times()) {
            throw refusal(use, limit);
        }
    }

    private Limit limit(Use use) {
        Limit limit = use.what().limit(config);
        return new Limit(Math.multiplyExact(limit.times(), config.multipliedBy()), limit.window());
    }

    private byte[] hash(Use use) {
        return hashes.ofAddress(use.whom());
    }

    private TooManyRequests refusal(Use use, Limit limit) {
        long left =
                sql.number(SECONDS_LEFT, limit.window().toSeconds(), use.what().name(), hash(use));
        return new TooManyRequests(use.what().refusal(), Duration.ofSeconds(left));
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        sql.changed(FORGET);
    }
}
