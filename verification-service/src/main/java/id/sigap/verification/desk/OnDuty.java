package id.sigap.verification.desk;

import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Who is logged in, as far as the navigation asks. */
@Named("onDuty")
@RequestScoped
public class OnDuty {

    private final CurrentUser user;

    OnDuty(CurrentUser user) {
        this.user = user;
    }

    /** The id. */
    public String account() {
        return user.id();
    }

    public boolean supervises() {
        return user.has(Roles.SUPERVISOR);
    }

    public boolean regulates() {
        return user.has(Roles.REGULATOR);
    }
}
