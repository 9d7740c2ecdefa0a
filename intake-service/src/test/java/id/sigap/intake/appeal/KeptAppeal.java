package id.sigap.intake.appeal;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.intake.appeal.AppealForm.Plea;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.FreshKey;
import id.sigap.intake.vault.Person;
import id.sigap.service.Language;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The vault's one appeal, submitted, in memory. */
@Vetoed
public final class KeptAppeal extends Appeals {

    private static final CaseKey KEY = FreshKey.of(new CaseId(new UUID(0, 2)));

    private final Appeal appeal;

    public KeptAppeal(AppealId id, Msisdn number, Instant at) {
        super(null, null, null, null, null, null, null, null, null);
        var appellant = new Person("Agus", "agus@example.id", "+6281100000002");
        var plea = new Plea(appellant, number, number.value(), "Nomor ini milik saya", Language.ID);
        appeal = new Appeal(id, "BND-2026-000001", plea, "hash", KEY, at);
        appeal.submit(List.of(), at);
    }

    public String state() {
        return appeal.state().name();
    }

    public Optional<Instant> decidedAt() {
        return appeal.decidedAt();
    }

    @Override
    public Optional<Appeal> locked(AppealId id) {
        return Optional.of(appeal).filter(kept -> kept.id().equals(id));
    }
}
