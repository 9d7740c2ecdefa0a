package id.sigap.verification.desk;

import id.sigap.verification.queue.Timeliness;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the officers' pages say of the queue as it changes, of the team, of keys, of a session that ended: {@code messages/duty_id.properties} and {@code duty_en.properties}. */
@MessageBundle("duty")
public interface DutyWords {

    /** What is said aloud after an update; %new, %gone and %changed are numbers. */
    @Message
    String updated();

    @Message
    String live();

    @Message
    String lost();

    @Message
    String reload();

    @Message
    String toFront();

    @Message
    String sessionOver();

    /** Of the column: how a case stands against the aim for its first decision. */
    @Message
    String aimTitle();

    @Message
    String aimHint();

    @Message
    String timeliness(Timeliness timeliness);

    /** Reports of the same number, this one not counted. */
    @Message
    String othersTitle();

    /** Who has the case open on their screen now. */
    @Message
    String lookersTitle();

    @Message
    String noLookers();

    /** Who else looks at the case now. */
    @Message
    String lookingToo(String names);

    @Message
    String unread(int count);

    @Message
    String team();

    @Message
    String loadTitle();

    @Message
    String held();

    @Message
    String oldest();

    @Message
    String ranOutClaims();

    @Message
    String decidedToday();

    @Message
    String nobodyAtWork();

    @Message
    String still();

    @Message
    String nothingStill();

    @Message
    String stillTitle();

    @Message
    String heldTitle();

    @Message
    String heldBy(String officer);

    @Message
    String heldByAll();

    @Message
    String ranOut();

    @Message
    String assignTitle();

    @Message
    String assignTo();

    @Message
    String assign();

    /** In the place of the form. */
    @Message
    String assignNot();

    @Message
    String assignCase(String number);

    @Message
    String keptTitle();

    @Message
    String keptLead();

    @Message
    String keptSignIn();

    @Message
    String keptSignInGo();

    @Message
    String keptSend();

    @Message
    String keptSendGo();

    @Message
    String signedInTitle();

    @Message
    String signedInLead(String account);

    @Message
    String keys();

    @Message
    String keysOn();

    @Message
    String keysHint();

    @Message
    String close();

    @Message
    String keyHelp();

    @Message
    String keyDown();

    @Message
    String keyUp();

    @Message
    String keyOpen();

    @Message
    String keyNext();

    @Message
    String keyClaim();

    @Message
    String keyReply();

    @Message
    String keyAsk();

    @Message
    String keyVerify();

    @Message
    String keyReject();

    @Message
    String keyAnswer();

    @Message
    String keyApprove();

    @Message
    String keyAssign();

    @Message
    String keyRelease();

    @Message
    String keyUphold();

    @Message
    String keyDismiss();

    @Message
    String keyQueue();
}
