package id.sigap.intake.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Who is behind a case. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<SealedPerson, UUID> {

    private static final String PLACE = "person";

    private final CaseKeys keys;
    private final ObjectMapper json;

    People(CaseKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Seals the person with the case's key. */
    public void keep(CaseId caseId, CaseKey key, Person person) {
        try {
            persist(new SealedPerson(caseId, key.seal(PLACE, json.writeValueAsString(person))));
        } catch (JsonProcessingException e) {
            throw new VaultFailure("a person can't be written", e);
        }
    }

    /** @throws id.sigap.service.Refusal 410 if the case was erased */
    public Person of(CaseId caseId) {
        return read(caseId, keys.of(caseId));
    }

    /** Empty if the case was erased. */
    public Optional<Person> find(CaseId caseId) {
        return keys.find(caseId).map(key -> read(caseId, key));
    }

    private Person read(CaseId caseId, CaseKey key) {
        try {
            return json.readValue(key.open(PLACE, findById(caseId.value()).sealed()), Person.class);
        } catch (JsonProcessingException e) {
            throw new VaultFailure("a person can't be read", e);
        }
    }
}
