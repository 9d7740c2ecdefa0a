package id.sigap.verification.desk;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.verification.casework.CaseState;
import id.sigap.verification.casework.Priority;
import id.sigap.verification.vault.Derivative;
import id.sigap.verification.vault.Story.Hearing;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the officers' pages say: {@code messages/desk_id.properties} and {@code desk_en.properties}. */
@MessageBundle("desk")
public interface DeskWords {

    @Message
    String title();

    @Message
    String description();

    /** What the main navigation is called, for those who hear the page. */
    @Message
    String navigation();

    @Message
    String queue();

    @Message
    String frontLead();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String signedOutTitle();

    @Message
    String signedOutLead();

    @Message
    String goOn();

    @Message
    String footer();

    @Message
    String nextCase();

    @Message
    String nothingWaits();

    @Message
    String ownCases();

    @Message
    String openCases();

    @Message
    String noCases();

    @Message
    String nextPage();

    @Message
    String caseNumber();

    @Message
    String number();

    @Message
    String noNumber();

    @Message
    String senderName();

    @Message
    String senderNameNote();

    @Message
    String numberTyped();

    @Message
    String categoryTitle();

    @Message
    String channelTitle();

    @Message
    String ageTitle();

    @Message
    String reportsTitle();

    @Message
    String holderTitle();

    @Message
    String nobody();

    @Message
    String priorityTitle();

    @Message
    String stateTitle();

    @Message
    String ageMinutes(long count);

    @Message
    String ageHours(long count);

    @Message
    String ageDays(long count);

    @Message
    String caseTitle(String number);

    @Message
    String factsTitle();

    @Message
    String brand();

    @Message
    String kindTitle();

    @Message
    String kind(ReportKind kind);

    @Message
    String occurred();

    @Message
    String tooOld();

    @Message
    String submitted();

    @Message
    String moneyLostTitle();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String protectedNumber();

    @Message
    String claimedBy(String officer);

    @Message
    String othersHold(String officer);

    @Message
    String ranOut();

    @Message
    String askedFor();

    @Message
    String storyTitle();

    /** How the vault answered, where it told nothing. */
    @Message
    String hearing(Hearing hearing);

    @Message
    String reporter();

    @Message
    String chatTitle();

    @Message
    String chatEmpty();

    @Message
    String chatLabel();

    @Message
    String chatSend();

    @Message
    String officer(String account);

    @Message
    String evidenceTitle();

    @Message
    String evidenceEmpty();

    @Message
    String evidenceBeingChecked(long count);

    /** What a picture is called, for those who do not see it. */
    @Message
    String evidencePicture(String number);

    @Message
    String evidenceSave(String kind);

    @Message
    String evidenceFilm(String number);

    @Message
    String evidenceUnshown(Derivative.State state);

    @Message
    String findingTitle();

    @Message
    String foundBy();

    @Message
    String approvedBy();

    @Message
    String closedBy();

    @Message
    String decisionTitle();

    @Message
    String claim();

    @Message
    String keepClaim();

    @Message
    String release();

    @Message
    String askTitle();

    @Message
    String askLegend();

    @Message
    String ask();

    @Message
    String evidenceKind(EvidenceKind kind);

    @Message
    String verifyTitle();

    @Message
    String verifyLead();

    @Message
    String verifyNever();

    @Message
    String verifyTo();

    /** Where a number other than the reported one, or another kind of fraud, would have to be found. */
    @Message
    String verifyAllTheSame();

    /** Why it can't be verified while evidence is awaited. */
    @Message
    String verifyLater();

    @Message
    String verifyCategory();

    @Message
    String verifyNumber();

    @Message
    String verifyBasis();

    @Message
    String verifyWindow();

    @Message
    String verifySecond();

    @Message
    String verify();

    @Message
    String andNext();

    @Message
    String approveTitle();

    @Message
    String approveLead(String officer);

    @Message
    String approve();

    @Message
    String disapprove();

    @Message
    String awaitsAnother();

    @Message
    String nothingToDecide();

    @Message
    String rejectTitle();

    @Message
    String rejectLegend();

    @Message
    String reject();

    @Message
    String rejection(RejectionReason reason);

    @Message
    String answerTitle();

    @Message
    String answerLegend();

    @Message
    String answerGo();

    @Message
    String answer(AnswerKind answer);

    @Message
    String category(Category category);

    @Message
    String channel(Channel channel);

    @Message
    String state(CaseState state);

    @Message
    String priority(Priority priority);

    // similar cases, and what is sent

    @Message
    String similarTitle();

    @Message
    String similarEmpty();

    @Message
    String sameNumber();

    @Message
    String sameFile();

    @Message
    String sameReporter();

    @Message
    String unread(int count);

    @Message
    String writtenAfterTitle();

    @Message
    String writtenAfterHint();

    /** Messages that came after the decision. */
    @Message
    String writtenAfter(int count);

    @Message
    String nothingToAnswer();

    @Message
    String mergedHere();

    @Message
    String merge();

    @Message
    String mergeHint();

    @Message
    String mergeOne(String number);

    @Message
    String unmerge();

    @Message
    String unmergeOne(String number);

    @Message
    String mergedInto();

    @Message
    String mergedIntoLead();

    @Message
    String verifyToDirectory();

    @Message
    String verifyCheck();

    @Message
    String requestTitle();

    @Message
    String requestLead();

    @Message
    String requestTo();

    @Message
    String requestAction();

    @Message
    String requestBlock();

    @Message
    String requestWindow(String span);

    @Message
    String spanHours(long count);

    @Message
    String spanMinutes(long count);

    @Message
    String spanSeconds(long count);

    @Message
    String requestBasis(int count);

    @Message
    String requestCompanions(long count);

    @Message
    String requestJoins();

    @Message
    String requestNot();

    @Message
    String draftRestored();

    @Message
    String draftDiscard();

    @Message
    String officerPrefix();

    @Message
    String chatSending();

    @Message
    String chatSent();

    @Message
    String chatSeen();

    @Message
    String chatRefused();

    @Message
    String chatRefusedOver();

    @Message
    String chatRefusedUnreadable();

    @Message
    String chatRefusedErased();

    @Message
    String chatLater();

    @Message
    String chatDrop();

    @Message
    String chatReporterHere();

    @Message
    String chatTyping();

    @Message
    String chatOffline();

    @Message
    String unsentElsewhere();

    @Message
    String chatOlder();

    @Message
    String chatOlderFailed();

    @Message
    String pictureDialog();

    @Message
    String pictureKeys();

    @Message
    String pictureIn();

    @Message
    String pictureOut();

    @Message
    String pictureTurn();

    @Message
    String pictureFit();

    @Message
    String pictureClose();

    @Message
    String recordingPlay();

    @Message
    String recordingPause();

    @Message
    String recordingPlace();

    @Message
    String recordingSpeed();

    @Message
    String recordingUndrawn();

    @Message
    String recordingUnplayable();

    @Message
    String notesTitle();

    @Message
    String noteAt();

    @Message
    String noteText();

    @Message
    String noteAdd();

    @Message
    String noteRemove();

    @Message
    String noteSeek();

    @Message
    String noteUnkept();

    @Message
    String askTemplate();

    @Message
    String askNoTemplate();

    @Message
    String askMessage();

    @Message
    String askMessageHint();

    @Message
    String askTemplates();

    /** @param language the reporter's, by its code */
    @Message
    String askTemplateHint(String language);
}
