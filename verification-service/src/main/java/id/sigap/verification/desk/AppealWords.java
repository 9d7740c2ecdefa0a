package id.sigap.verification.desk;

import id.sigap.events.verification.DismissalReason;
import id.sigap.verification.appeal.AppealState;
import id.sigap.verification.vault.Story.Hearing;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the regulator's pages of appeals say: {@code messages/appeal_id.properties} and {@code appeal_en.properties}. */
@MessageBundle("appeal")
public interface AppealWords {

    @Message
    String appeals();

    @Message
    String states();

    @Message
    String title(String number);

    @Message
    String appealNumber();

    @Message
    String state(AppealState state);

    @Message
    String documents();

    @Message
    String decidedBy();

    @Message
    String none();

    @Message
    String blockTitle();

    @Message
    String blockedBy(String officer);

    @Message
    String agreedBy(String officer);

    @Message
    String notBlockedHere();

    @Message
    String statementTitle();

    @Message
    String appellant();

    @Message
    String contact();

    @Message
    String submitted();

    /** How the vault answered, where it told nothing. */
    @Message
    String hearing(Hearing hearing);

    @Message
    String withheld();

    /** What a picture is called, for those who do not see it. */
    @Message
    String picture(String number);

    @Message
    String noDocuments();

    @Message
    String decided(String account);

    @Message
    String ownDecision();

    @Message
    String upholdTitle();

    @Message
    String upholdLead();

    @Message
    String uphold();

    @Message
    String dismissTitle();

    @Message
    String dismissLegend();

    @Message
    String dismiss();

    @Message
    String dismissal(DismissalReason reason);
}
