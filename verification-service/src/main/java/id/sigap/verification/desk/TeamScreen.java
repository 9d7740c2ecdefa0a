package id.sigap.verification.desk;

import id.sigap.service.ETags;
import id.sigap.verification.casework.CaseMove;
import id.sigap.verification.queue.FirstDecision;
import id.sigap.verification.queue.Timeliness;
import id.sigap.verification.team.Load;
import id.sigap.verification.team.Team;
import id.sigap.verification.team.TeamCase;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Draws the supervisor's view: as it is, or with why a case could not be given to somebody. */
@ApplicationScoped
class TeamScreen {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance team(ShownTeam team, Refused refused, String form);
    }

    /**
     * @param seen what is decided on, if it is given to somebody
     * @param holder empty if nobody has it
     * @param chosen to whom it is to be given, as its form stands
     */
    public record Row(TeamCase entry, String seen, String holder, String chosen, Timeliness timeliness) {

        /** It can be given to somebody. */
        public boolean assignable() {
            return entry.state().after(CaseMove.ASSIGN).isPresent();
        }
    }

    /** @param officer whose cases alone are shown as held; empty for all @param officers to whom a case can be given */
    public record ShownTeam(List<Load> loads, List<Row> still, List<Row> held, String officer, List<String> officers) {}

    private final Team team;
    private final FirstDecision aim;
    private final Clock clock;

    TeamScreen(Team team, FirstDecision aim, Clock clock) {
        this.team = team;
        this.aim = aim;
        this.clock = clock;
    }

    /** @param officer whose cases alone are shown as held; empty for all @param filled the form that was refused, and {@code form} its name; null for none */
    Page page(String officer, Refused refused, Filled filled, String form) {
        List<Load> loads = team.loads();
        var shown = new ShownTeam(
                loads,
                rows(team.still(), filled),
                rows(officer.isEmpty() ? team.held() : team.heldBy(officer), filled),
                officer,
                loads.stream().map(Load::officer).sorted().toList());
        return new Page(View.team(shown, refused, form));
    }

    private List<Row> rows(List<TeamCase> cases, Filled filled) {
        return cases.stream()
                .map(entry -> new Row(
                        entry,
                        ETags.of(entry.version()),
                        entry.holder().orElse(""),
                        filled.has("case", entry.report())
                                ? filled.of("officer")
                                : entry.holder().orElse(""),
                        aim.of(entry.priority(), entry.submittedAt(), clock.instant())))
                .toList();
    }
}
