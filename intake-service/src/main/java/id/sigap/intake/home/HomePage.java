package id.sigap.intake.home;

import id.sigap.intake.form.KeptForms;
import id.sigap.intake.wording.Wording;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a citizen arrives. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class HomePage {

    @CheckedTemplate(basePath = "home")
    static final class View {

        private View() {}

        /** @param lostMoney whom to call when money is gone */
        static native TemplateInstance page(String lostMoney);
    }

    private final KeptForms forms;
    private final Wording wording;
    private final Reader reader;

    HomePage(KeptForms forms, Wording wording, Reader reader) {
        this.forms = forms;
        this.wording = wording;
        this.reader = reader;
    }

    @GET
    public Page show() {
        forms.offer(); // a number can be asked about from here
        return new Page(View.page(wording.say(reader.language(), "advice.MONEY_LOST")));
    }
}
