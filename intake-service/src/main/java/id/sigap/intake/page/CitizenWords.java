package id.sigap.intake.page;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.evidence.EvidenceState;
import id.sigap.intake.numbercheck.Known;
import id.sigap.intake.report.FormStep;
import id.sigap.intake.report.ReportState;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the citizen's pages say: {@code messages/page_id.properties} and {@code page_en.properties}. */
@MessageBundle("page")
public interface CitizenWords {

    /** For search engines. */
    @Message
    String description();

    /** What the main navigation is called, for those who hear the page. */
    @Message
    String navigation();

    @Message
    String navReport();

    @Message
    String navCheck();

    @Message
    String navCase();

    @Message
    String navAppeal();

    @Message
    String appealTitle();

    @Message
    String appealLead();

    @Message
    String appealNumber();

    @Message
    String appealStatement();

    @Message
    String appealStatementHint();

    @Message
    String appealEmailHint();

    @Message
    String appealMobile();

    @Message
    String appealGo();

    @Message
    String appealTakenTitle();

    @Message
    String appealTakenLead();

    @Message
    String appealDocumentsGo();

    @Message
    String appealOf(String number);

    @Message
    String appealDocuments();

    @Message
    String uploadDocument();

    @Message
    String uploadDocumentHint(String pictures, String documents, long most);

    @Message
    String appealSubmit();

    @Message
    String appealSubmitHint();

    @Message
    String footerWho(String authority);

    @Message
    String footerNever();

    @Message
    String homeTitle();

    @Message
    String homeLead();

    @Message
    String homeReport();

    @Message
    String homeCase();

    @Message
    String homeHow();

    @Message
    String how1Title();

    @Message
    String how1Text();

    @Message
    String how2Title();

    @Message
    String how2Text();

    @Message
    String how3Title();

    @Message
    String how3Text();

    @Message
    String how4Title();

    @Message
    String how4Text();

    @Message
    String checkTitle();

    @Message
    String checkLead();

    @Message
    String checkLabel();

    @Message
    String checkHint();

    @Message
    String checkGo();

    @Message
    String checkReport();

    /** What is known of a number. */
    @Message
    String known(Known known);

    /** What that means for who asks. */
    @Message
    String knownMeaning(Known known);

    @Message
    String reportTitle();

    /** What the list of steps is called, for those who hear the page. */
    @Message
    String steps();

    /** The short name of a step. */
    @Message
    String step(FormStep step);

    @Message
    String draftFound();

    @Message
    String begunTitle();

    /** Beside a receipt: what was changed since is no part of it. */
    @Message
    String sentBefore();

    @Message
    String appealSentBefore();

    @Message
    String draftResume();

    @Message
    String draftForget();

    @Message
    String offline();

    @Message
    String sending();

    @Message
    String next();

    @Message
    String change();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String youTitle();

    @Message
    String youLead();

    @Message
    String youPrivacy();

    @Message
    String name();

    @Message
    String email();

    @Message
    String emailHint();

    @Message
    String mobile();

    @Message
    String mobileHint();

    @Message
    String numberTitle();

    @Message
    String kindLegend();

    /** Pengaduan or Informasi. */
    @Message
    String kind(ReportKind kind);

    /** What that choice is for. */
    @Message
    String kindHint(ReportKind kind);

    @Message
    String suspectNumber();

    @Message
    String suspectNumberHint();

    @Message
    String channelLegend();

    @Message
    String channel(Channel channel);

    @Message
    String categoryLegend();

    @Message
    String category(Category category);

    @Message
    String storyTitle();

    @Message
    String whenLegend();

    @Message
    String whenHint();

    @Message
    String day();

    @Message
    String time();

    @Message
    String zone();

    @Message
    String zoneWest();

    @Message
    String zoneCentral();

    @Message
    String zoneEast();

    @Message
    String moneyLostLegend();

    @Message
    String narrative();

    @Message
    String narrativeHint();

    @Message
    String checkAnswersTitle();

    @Message
    String foreign();

    @Message
    String landline();

    @Message
    String shortCode();

    @Message
    String senderName();

    @Message
    String sendHint();

    @Message
    String startChat();

    @Message
    String receiptTitle();

    @Message
    String receiptLead();

    @Message
    String receiptCode();

    @Message
    String receiptKeep();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String save();

    @Message
    String print();

    @Message
    String receiptGo();

    @Message
    String caseTitle();

    @Message
    String caseNumber(String number);

    @Message
    String enterLead();

    @Message
    String receiptHint();

    @Message
    String enterGo();

    @Message
    String enterLost();

    /** Where a report stands, in two words. */
    @Message
    String state(ReportState state);

    @Message
    String nextTitle();

    @Message
    String deadline();

    @Message
    String chatTitle();

    @Message
    String chatOlder();

    @Message
    String chatNewest();

    @Message
    String chatEmpty();

    @Message
    String chatLabel();

    @Message
    String chatSend();

    /** Beside the form, once it is decided. */
    @Message
    String chatDecided();

    @Message
    String chatOverWithdrawn();

    @Message
    String chatOverClosed();

    /** What they can do instead. */
    @Message
    String chatInstead();

    @Message
    String chatNewReport();

    @Message
    String markSending();

    @Message
    String markSent();

    @Message
    String markSeen();

    @Message
    String markRefused();

    @Message
    String markRefusedOver();

    @Message
    String markRefusedUnreadable();

    @Message
    String markRefusedErased();

    @Message
    String markLater();

    @Message
    String markDrop();

    @Message
    String officerHere();

    @Message
    String officerTyping();

    @Message
    String chatOffline();

    @Message
    String uploadLabel();

    @Message
    String uploadHint(String pictures, String sounds, String films, String documents, long most);

    @Message
    String uploadTaken();

    @Message
    String uploadChecking();

    @Message
    String uploadFailed();

    @Message
    String you();

    @Message
    String officer();

    @Message
    String evidenceTitle();

    @Message
    String evidenceEmpty();

    @Message
    String evidenceState(EvidenceState state);

    @Message
    String timelineTitle();

    @Message
    String withdraw();

    @Message
    String withdrawTitle(String number);

    @Message
    String withdrawLead();

    @Message
    String withdrawGo();

    @Message
    String leaveHint();

    @Message
    String leave();

    @Message
    String uploadGo();

    @Message
    String uploadWaiting();

    /** Said when the browser has rested too long. */
    @Message
    String endedTitle();

    @Message
    String endedText();

    @Message
    String endedTyped();

    @Message
    String endedWrong();

    /** Until the operator must have acted. */
    @Message
    String leftHours(String hours, String minutes);

    @Message
    String leftMinutes(String minutes);

    @Message
    String duePassed(String hours, String minutes);
}
