package id.sigap.verification.desk;

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

    /** The accounts. */
    public List<String> all() {
        return team.officers();
    }
}
