package id.sigap.verification.desk;

import id.sigap.events.verification.DismissalReason;
import id.sigap.verification.appeal.AppealState;
import id.sigap.web.Choice;
import id.sigap.web.Reader;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The answers that the pages of appeals offer, in the reader's language. */
@Named("appealChoices")
@RequestScoped
public class AppealChoices {

    private final Reader reader;

    AppealChoices(Reader reader) {
        this.reader = reader;
    }

    public List<Choice> states() {
        return Arrays.stream(AppealState.values())
                .map(state -> Choice.of(state.name(), words().state(state)))
                .toList();
    }

    public List<Choice> dismissals() {
        return Arrays.stream(DismissalReason.values())
                .map(reason -> Choice.of(reason.name(), words().dismissal(reason)))
                .toList();
    }

    private AppealWords words() {
        return MessageBundles.get(
                AppealWords.class, Localized.Literal.of(reader.language().code()));
    }
}
