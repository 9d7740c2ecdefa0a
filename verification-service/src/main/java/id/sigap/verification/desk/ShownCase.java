package id.sigap.verification.desk;

import id.sigap.phone.Suspect;
import id.sigap.service.ETags;
import id.sigap.service.Refusal;
import id.sigap.verification.casework.CaseMove;
import id.sigap.verification.casework.CaseState;
import id.sigap.verification.casework.CaseView;
import id.sigap.verification.casework.CaseView.EvidenceView;
import id.sigap.verification.casework.Judgement;
import id.sigap.verification.casework.SimilarCase;
import id.sigap.verification.vault.Derivative;
import id.sigap.verification.vault.Story;
import id.sigap.verification.vault.ToldReport;
import java.util.List;

/**
 * A case with all that stands beside it on its page.
 *
 * @param facts the case
 * @param suspect the number, or the sender's name, as people read it; empty if none was reported
 * @param brand under which the number's range is sold; empty if nobody knows
 * @param similar what shares something with it
 * @param viewer who looks at it
 * @param messageKey what makes a chat message that is sent twice one
 */
public record ShownCase(
        CaseView facts,
        String suspect,
        String brand,
        Story story,
        List<SimilarCase> similar,
        Viewer viewer,
        String messageKey) {

    /** The number as the reporter wrote it, for whoever doubts how it was understood; empty if that is not known. */
    public String typed() {
        return story.told().flatMap(ToldReport::suspectAsTyped).orElse("");
    }

    public String path() {
        return CasePage.path(facts.report());
    }

    /** What a decision is made on. */
    public String seen() {
        return ETags.of(facts.version());
    }

    /** Somebody else works on it now. */
    public boolean othersHold() {
        return facts.claim()
                .filter(claim -> claim.live() && !claim.officer().equals(viewer.account()))
                .isPresent();
    }

    public boolean mine() {
        return facts.claim()
                .filter(claim -> claim.officer().equals(viewer.account()))
                .isPresent();
    }

    public boolean claimable() {
        return offers(CaseMove.CLAIM);
    }

    /** They have it in hand, or may act as if they had. */
    public boolean decidable() {
        return offers(CaseMove.REJECT);
    }

    public boolean verifiable() {
        return offers(CaseMove.VERIFY);
    }

    /** Why fraud can't be found as the report says it, for whoever could decide otherwise; null if it can, or is theirs not to decide. */
    public Refusal unproven() {
        return decidable() ? facts.offer().unprovenAsReported().orElse(null) : null;
    }

    /** Evidence is awaited: it is decided without only by whoever keeps the case for that. */
    public boolean awaitsEvidence() {
        return facts.state() == CaseState.AWAITING_EVIDENCE;
    }

    /** The form for it was filled in, and comes back. */
    public boolean verifying(Filled filled) {
        return filled.values().containsKey("number");
    }

    /** It can be given to somebody. */
    public boolean assignable() {
        return offers(CaseMove.ASSIGN);
    }

    /** Others can be taken to it, to be decided together. */
    public boolean takesOthers() {
        return similar.stream().anyMatch(this::offered);
    }

    /** It could be taken to this case, and has not been. */
    public boolean offered(SimilarCase other) {
        return other.moves().contains(CaseMove.MERGE);
    }

    /** Why others of its number can't be taken to it, for whoever could otherwise; null if they can, or there are none. */
    public Refusal alone() {
        return decidable() && similar.stream().anyMatch(SimilarCase::sameNumber)
                ? facts.offer().refused().get(CaseMove.TAKE_OTHERS)
                : null;
    }

    /** It is decided with this case and can be parted from it. */
    public boolean parts(SimilarCase other) {
        return other.moves().contains(CaseMove.UNMERGE);
    }

    /** Its reporter may have taken it back since it was merged. */
    private static boolean decidedWithIt(SimilarCase other) {
        return other.merged() && other.state() == CaseState.MERGED;
    }

    /** How many are decided with it. */
    public long companions() {
        return similar.stream().filter(ShownCase::decidedWithIt).count();
    }

    /** What is decided is another case. */
    public boolean merged() {
        return facts.state() == CaseState.MERGED;
    }

    /** It can be parted from the case it is decided with. */
    public boolean parts() {
        return offers(CaseMove.UNMERGE);
    }

    /** It waits for a second officer, and this is one. */
    public boolean approvable() {
        return offers(CaseMove.APPROVE);
    }

    public boolean awaitsAnother() {
        return facts.state() == CaseState.AWAITING_SECOND_APPROVAL && !approvable();
    }

    /** Nobody waits for this officer's word. */
    public boolean nothingToDecide() {
        return !(claimable() || decidable() || approvable() || awaitsAnother());
    }

    /** They may ask for evidence. */
    public boolean asking() {
        return offers(CaseMove.REQUEST_EVIDENCE);
    }

    /** What was written and could not be sent stays on the page, whether or not the vault is heard. */
    public boolean writable(Filled filled) {
        return !filled.of("text").isEmpty() || writing();
    }

    /** What could not be sent keeps its key: it may have arrived. */
    private String keyOf(String kept, String other) {
        return kept.isEmpty() ? other : kept;
    }

    /** Of a message. */
    public String keyOf(Filled filled) {
        return keyOf(filled.of("key"), messageKey);
    }

    /** A text message bore a name in its sender's place: no operator can block that. */
    public boolean isSenderName() {
        return facts.suspect().flatMap(Suspect::senderName).isPresent();
    }

    private boolean isBlockable() {
        return facts.suspect().flatMap(Suspect::blockable).isPresent();
    }

    /** The number as the officer wrote it, or else as it was reported; empty if that is none an operator can block. */
    public String numberToBlock(Filled filled) {
        return verifying(filled) || !isBlockable() ? filled.of("number") : suspect;
    }

    /** Whether what is reported is a fraud that a block can follow from; otherwise the officer chooses. */
    public boolean categoryBlockable() {
        return Judgement.isBlockable(facts.category());
    }

    /** The category as the officer judged it, or else as it was reported. */
    public String judged(Filled filled) {
        return filled.values().containsKey("category")
                ? filled.of("category")
                : facts.category().name();
    }

    /** Whether the decision is to rest on the piece: on all, unless the officer chose. */
    public boolean rests(Filled filled, EvidenceView piece) {
        return !verifying(filled) || filled.has("evidence", piece.evidence());
    }

    /** The vault made a picture of it. */
    public boolean picture(EvidenceView piece) {
        return shows(piece, "image/");
    }

    /** The vault made a film of it. */
    public boolean film(EvidenceView piece) {
        return shows(piece, "video/");
    }

    /** The vault made a sound of it, that a player plays; never the original, whatever a browser could do with that. */
    public boolean heard(EvidenceView piece) {
        return shows(piece, "audio/");
    }

    /** Why nothing is shown of it; null if something is, or nothing ever was to be. */
    public Derivative.State unshown(EvidenceView piece) {
        return story.derivativeOf(piece.evidence())
                .map(Derivative::state)
                .filter(state -> state != Derivative.State.READY)
                .orElse(null);
    }

    /** What is shown of it is still being made. */
    public boolean pending(EvidenceView piece) {
        return unshown(piece) == Derivative.State.PENDING;
    }

    private boolean shows(EvidenceView piece, String kind) {
        return story.derivativeOf(piece.evidence())
                .filter(made -> made.shows(kind))
                .isPresent();
    }

    /** It has notes at its moments; {@link #heard} says whether there is a player above them. */
    public boolean recording(EvidenceView piece) {
        return EvidenceFile.isRecording(piece.mediaType());
    }

    /** They may write to the reporter: until the vault closes the conversation, which is after the decision. */
    public boolean writing() {
        return talking() && story.told().flatMap(ToldReport::talkative).orElse(true);
    }

    /** They may note something at a moment of a recording. */
    public boolean noting() {
        return talking() && facts.state().isOpen();
    }

    /** Its reporter wrote after the decision, and nobody has read it. */
    public boolean writtenAfter() {
        return offers(CaseMove.READ) && facts.unreadMessages() > 0;
    }

    /** What they wrote before the decision can still go out, as long as the vault takes it. */
    public boolean talking() {
        return viewer.decides() && story.told().isPresent();
    }

    /** What was filled in of that piece's note; empty if it was another's, or none. */
    public String noteOf(Filled filled, EvidenceView piece, String field) {
        return filled.has("piece", piece.evidence()) ? filled.of(field) : "";
    }

    /** Of a note of that piece. */
    public String noteKeyOf(Filled filled, EvidenceView piece) {
        return keyOf(noteOf(filled, piece, "key"), messageKey + "-" + piece.evidence());
    }

    /** Of the message that goes with a request for evidence. */
    public String requestKeyOf(Filled filled) {
        return keyOf(filled.of("messageKey"), messageKey + "-request");
    }

    /** The case is worked on in this browser by this account; their drafts are kept under this name. */
    public String drafts() {
        return viewer.account() + "/" + facts.report();
    }

    private boolean offers(CaseMove move) {
        return facts.moves().contains(move);
    }

    /** @param account the id @param decides an officer, not only a reader @param supervises may act on others' cases */
    public record Viewer(String account, boolean decides, boolean supervises) {}
}
