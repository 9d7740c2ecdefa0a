package id.sigap.verification.vault;

import id.sigap.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** Pieces of evidence and what officers noted of them; both stay in the vault and only pass through. */
@ApplicationScoped
public class VaultEvidence {

    private final VaultDoor door;

    VaultEvidence(VaultDoor door) {
        this.door = door;
    }

    /**
     * A file on its way through, or a part of it.
     *
     * @param type what the vault says it is
     * @param contentRange which part, as the answer's header says it; empty for all of it
     * @param length in bytes, if the vault said so
     * @param ending of a name that a person's programs know such a file by, without the dot; empty if the vault named none
     */
    public record Delivered(
            InputStream bytes,
            Optional<String> type,
            Optional<String> contentRange,
            Optional<String> length,
            Optional<String> ending) {

        private static final Pattern NAMED = Pattern.compile("filename=\"[^\"]*\\.([a-z0-9]{2,5})\"");

        static Delivered of(RestResponse<InputStream> answer) {
            if (answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
                throw new WebApplicationException(answer.getStatus());
            }
            return new Delivered(
                    answer.getEntity(),
                    Optional.ofNullable(answer.getHeaderString("Content-Type")),
                    Optional.ofNullable(answer.getHeaderString("Content-Range")),
                    Optional.ofNullable(answer.getHeaderString("Content-Length")),
                    Optional.ofNullable(answer.getHeaderString("Content-Disposition"))
                            .map(NAMED::matcher)
                            .filter(Matcher::find)
                            .map(name -> name.group(1)));
        }

        /** What the file is called when it is saved. */
        public String named(UUID id) {
            return id + ending.map(end -> "." + end).orElse("");
        }
    }

    /** The original. @param range as the browser asks for it; null for all of it @throws Refusal if the vault doesn't give it */
    public Delivered content(UUID report, UUID evidence, String range) {
        return door.ask(
                Refusal.notFound("evidence"),
                "evidence-withheld",
                (api, bearer) -> Delivered.of(api.content(bearer, range, report, evidence)));
    }

    /** What can be shown of it. @param range as the browser asks for it; null for all of it @throws Refusal if the vault doesn't give it */
    public Delivered derivative(UUID report, UUID evidence, String range) {
        return door.ask(
                Refusal.notFound("evidence"),
                "evidence-withheld",
                (api, bearer) -> Delivered.of(api.derivative(bearer, range, report, evidence)));
    }

    /** It may be the first time that somebody asks: then the vault decodes it now. @throws Refusal if the vault doesn't give it */
    public Peaks peaks(UUID report, UUID evidence) {
        return door.askPatiently(
                Refusal.notFound("evidence"),
                "evidence-withheld",
                (api, bearer) -> api.peaks(bearer, report, evidence));
    }

    /** @throws Refusal if the vault doesn't give them */
    public List<Note> notes(UUID report, UUID evidence) {
        return door.ask(
                Refusal.notFound("evidence"),
                "evidence-withheld",
                (api, bearer) -> api.notes(bearer, report, evidence));
    }

    /** @param key the same again is the same note @throws Refusal saying why it was not kept */
    public void note(UUID report, UUID evidence, String key, int atMillis, String text) {
        door.ask(Refusal.field("note-text-" + evidence, "note-unreadable"), "case-closed", (api, bearer) -> {
            VaultDoor.send(
                    key,
                    atMillis + " " + text,
                    name -> api.note(bearer, name, report, evidence, new VaultApi.NewNote(atMillis, text)));
            return key;
        });
    }

    /** @throws Refusal saying why it stays */
    public void removeNote(UUID report, UUID evidence, UUID note) {
        door.ask(Refusal.notFound("evidence"), "case-closed", (api, bearer) -> {
            api.removeNote(bearer, report, evidence, note);
            return note;
        });
    }
}
