package id.sigap.verification.desk;

import id.sigap.service.Language;
import id.sigap.web.Reader;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** Ready words in which evidence is asked for: named in the officer's language, said in the reporter's. */
@Named("evidenceTemplates")
@RequestScoped
public class EvidenceTemplates {

    private final Reader reader;

    EvidenceTemplates(Reader reader) {
        this.reader = reader;
    }

    /**
     * One of them.
     *
     * @param name in the officer's language
     * @param indonesian what an Indonesian-speaking reporter reads
     * @param english what an English-speaking one reads
     */
    public record Offered(String value, String name, String indonesian, String english) {

        /** What a reporter of that language reads. @param language its code */
        public String text(String language) {
            return language.equals(Language.EN.code()) ? english : indonesian;
        }
    }

    public List<Offered> all() {
        return Arrays.stream(EvidenceTemplate.values())
                .map(template -> new Offered(
                        template.name(),
                        in(reader.language()).name(template),
                        in(Language.ID).text(template),
                        in(Language.EN).text(template)))
                .toList();
    }

    /** @param language the reporter's, by its code */
    static String text(EvidenceTemplate template, String language) {
        return in(Language.of(language).orElse(Language.ID)).text(template);
    }

    private static AskWords in(Language language) {
        return MessageBundles.get(AskWords.class, Localized.Literal.of(language.code()));
    }
}
