package id.sigap.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a stranger wrote may hold marks that turn the direction of writing: it must not turn round what stands beside it. */
@Tag("quick")
class IsolatedTextTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** What strangers write, as templates name it. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(.{0,60})\\{(?:[a-z.A-Z]*\\.)?(narrative|statement|reporter\\.name|reporter\\.email|reporter\\.mobile|appellant\\.name|appellant\\.email|appellant\\.mobile|message\\.text|note\\.text|shown\\.typed)}");

    private static final Pattern ISOLATED =
            Pattern.compile("(?:<bdi(?: [^>]*)?>|<[a-z]+ [^>]*dir=\"auto\"[^>]*>|value=\")$");

    @Test
    void whatStrangersWrite_standsByItself() throws IOException {
        var found = new ArrayList<String>();
        var exposed = new ArrayList<String>();
        for (Path template : templates()) {
            Matcher foreign = FOREIGN.matcher(Files.readString(template));
            while (foreign.find()) {
                found.add(foreign.group(2));
                if (!ISOLATED.matcher(foreign.group(1)).find()) {
                    exposed.add(template + ": " + foreign.group());
                }
            }
        }
        // Then
        assertThat(found)
                .contains(
                        "narrative",
                        "statement",
                        "reporter.name",
                        "appellant.email",
                        "message.text",
                        "note.text",
                        "shown.typed");
        assertThat(exposed).isEmpty();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
