package id.sigap.verification.desk;

import id.sigap.verification.casework.CaseMove;
import id.sigap.verification.casework.CaseState;
import id.sigap.verification.team.Team;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** To whom a supervisor can give a case, as its page offers it. */
@Named("colleagues")
@RequestScoped
public class Colleagues {

    private final Team team;

    Colleagues(Team team) {
        this.team = team;
    }

    /** The accounts; empty if a case in that state can't be given to anybody. */
    public List<String> forCase(CaseState state) {
        return state.after(CaseMove.ASSIGN).isPresent() ? team.officers() : List.of();
    }
}
