package id.sigap.intake.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.intake.evidence.EvidenceContent.Viewable;
import id.sigap.service.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The peaks that were measured before. */
@ApplicationScoped
class Shapes implements PanacheRepositoryBase<SealedShape, UUID> {

    private final ObjectMapper json;
    private final Sql sql;

    Shapes(ObjectMapper json, Sql sql) {
        this.json = json;
        this.sql = sql;
    }

    Optional<Peaks> of(Viewable recording) {
        return findByIdOptional(recording.id())
                .map(shape -> read(recording.key().open(place(recording), shape.sealed())));
    }

    /** Keeps them, unless somebody else did at the same moment, or the recording was erased meanwhile. */
    void keep(Viewable recording, Peaks peaks) {
        sql.changed(
                "insert into recording_shape (evidence, sealed) select id, ? from evidence where id = ? on conflict do nothing",
                recording.key().seal(place(recording), written(peaks)),
                recording.id());
    }

    private static String place(Viewable recording) {
        return "peaks/" + recording.id();
    }

    private String written(Peaks peaks) {
        try {
            return json.writeValueAsString(peaks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can be written", e);
        }
    }

    private Peaks read(String text) {
        try {
            return json.readValue(text, Peaks.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
