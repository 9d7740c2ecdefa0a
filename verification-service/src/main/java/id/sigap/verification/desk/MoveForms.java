package id.sigap.verification.desk;

import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.queue.NextCase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What officers do with a case by its forms. {@code seen} is the entity tag of the case they saw; {@code then} is {@code next} where they
 * want the next case after it. What can't be done is told on the case's page, with all that was filled in.
 */
@Path("/desk/cases/{report}/moves")
@RolesAllowed(Roles.OFFICER)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class MoveForms {

    private final Casework casework;
    private final NextCase nextCase;
    private final EvidenceRequest evidenceRequest;
    private final CasePage pages;
    private final SentForms sent;

    MoveForms(Casework casework, NextCase nextCase, EvidenceRequest evidenceRequest, CasePage pages, SentForms sent) {
        this.casework = casework;
        this.nextCase = nextCase;
        this.evidenceRequest = evidenceRequest;
        this.pages = pages;
        this.sent = sent;
    }

    @POST
    @Path("claim")
    public Response claim(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, "claim", filled -> casework.claim(report, filled.orNull("seen")));
    }

    @POST
    @Path("release")
    public Response release(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, filled -> casework.release(report, filled.orNull("seen")));
    }

    @POST
    @Path("request-evidence")
    public Response requestEvidence(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, "request-evidence", filled -> evidenceRequest.make(report, filled));
    }

    /** A block can't be taken back: the officer is shown what goes to whom, and what they were shown is what goes. */
    @POST
    @Path("check")
    public Response check(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        var filled = new Filled(form);
        try {
            return pages.proposing(report, filled);
        } catch (Refusal refusal) {
            return pages.refused(report, refusal, filled);
        }
    }

    @POST
    @Path("verify")
    public Response verify(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, filled -> casework.verify(report, filled.orNull("seen"), filled.judgement()));
    }

    @POST
    @Path("merge")
    public Response merge(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, "merge", filled -> {
            Set<UUID> others = filled.ids("others");
            if (others.isEmpty()) {
                throw Refusal.field("others", "choose-one");
            }
            casework.merge(report, filled.orNull("seen"), others);
        });
    }

    /** Of a case that was merged into this one, or of this one itself. */
    @POST
    @Path("unmerge")
    public Response unmerge(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, "unmerge", filled -> filled.ids("merged").forEach(casework::unmerge));
    }

    @POST
    @Path("approve")
    public Response approve(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, filled -> casework.approve(report, filled.orNull("seen")));
    }

    @POST
    @Path("disapprove")
    public Response disapprove(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, "disapprove", filled -> casework.disapprove(report, filled.orNull("seen")));
    }

    @POST
    @Path("reject")
    public Response reject(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(
                report,
                form,
                filled ->
                        casework.reject(report, filled.orNull("seen"), filled.chosen("reason", RejectionReason.class)));
    }

    @POST
    @Path("answer")
    public Response answer(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(
                report,
                form,
                filled -> casework.answer(report, filled.orNull("seen"), filled.chosen("answer", AnswerKind.class)));
    }

    /** What was written after the decision needs no answer. */
    @POST
    @Path("read")
    public Response read(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        return made(report, form, "read", filled -> casework.read(report, filled.number("messages")));
    }

    /** Made, and with it every draft of the case is done with. */
    private Response made(UUID report, MultivaluedMap<String, String> form, Consumer<Filled> move) {
        return made(report, form, SentForms.ALL, move);
    }

    /** @param arrived whose draft the browser may forget */
    private Response made(UUID report, MultivaluedMap<String, String> form, String arrived, Consumer<Filled> move) {
        var filled = new Filled(form);
        try {
            move.accept(filled);
        } catch (EvidenceRequest.MessageUnsent unsent) {
            sent.arrived(report, arrived);
            return pages.refused(report, unsent, unsent.chat());
        } catch (Refusal refusal) {
            return pages.refused(report, refusal, filled);
        }
        sent.arrived(report, arrived);
        URI after = filled.has("then", "next") ? QueuePage.to(nextCase.claim()) : URI.create(CasePage.path(report));
        return Response.seeOther(after).build();
    }
}
