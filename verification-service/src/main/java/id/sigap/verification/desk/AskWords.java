package id.sigap.verification.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How reporters are asked for evidence: {@code messages/ask_id.properties} and {@code ask_en.properties}, the one place of these words. */
@MessageBundle("ask")
public interface AskWords {

    /** What officers call it. */
    @Message
    String name(EvidenceTemplate template);

    /** The message to the reporter. */
    @Message
    String text(EvidenceTemplate template);
}
