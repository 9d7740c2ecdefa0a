package id.sigap.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Topic;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.MessagePosted;
import id.sigap.events.report.ReporterNotified;
import id.sigap.intake.testing.ChatClient;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a reporter entrusts to the vault is found nowhere in clear: not in its database, not on Kafka, not in its logs, not on its disk. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class CanaryTest {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";

    @Test
    void canaries_areNowhereInClear() throws SQLException, IOException {
        // Given
        String mark = "kenari" + UUID.randomUUID().toString().replace("-", "");
        var form = Citizen.form();
        form.put("name", "Nama " + mark + "a");
        form.put("email", mark + "b@example.id");
        form.put("mobile", "0811 0000 7743");
        form.put("narrative", "Cerita " + mark + "c tentang penipuan.");
        var citizen = Citizen.whoReported(form);
        List<String> canaries = List.of(
                mark, "81100007743", citizen.receipt(), citizen.receipt().replace("-", ""));
        // When
        try (var chat = new ChatClient();
                var topic = TopicReader.of(Topic.REPORTS)) {
            chat.send(Map.of("type", "hello", "receipt", citizen.receipt())).hears("welcome");
            chat.say("Pesan " + mark + "d", "x").hears("ack");
            chat.say(mark.repeat(100), "y").hears("error");
            citizen.handsIn(SampleFile.pdf(mark + "e"), "application/pdf").statusCode(201);
            leavesHalfAFile(citizen, mark);
            given().auth()
                    .oauth2(Tokens.officer())
                    .get("/api/v1/reports/" + citizen.report())
                    .then()
                    .statusCode(200);
            form.put("suspectNumber", mark + "f");
            Citizen.submit(form).statusCode(400);
            topic.await(citizen.report(), MessagePosted.class);
            topic.await(citizen.report(), EvidenceAttached.class);
            topic.await(citizen.report(), ReporterNotified.class);
        }
        // Then
        assertThat(database()).as("database").hasSizeGreaterThan(10).noneMatch(text -> sings(canaries, text));
        assertThat(kafka()).as("Kafka").isNotEmpty().noneMatch(text -> sings(canaries, text));
        assertThat(blobs()).as("evidence store").isNotEmpty().noneMatch(text -> sings(canaries, text));
        assertThat(Files.readString(Path.of("target", "intake-test.log")))
                .as("log")
                .isNotBlank()
                .doesNotContain(canaries);
    }

    private static void leavesHalfAFile(Citizen citizen, String mark) {
        String upload = citizen.asking()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("sizeBytes", 100_000, "mediaType", "audio/" + mark, "name", "Rekaman " + mark + ".pdf"))
                .post("/api/v1/report/evidence/uploads")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        citizen.asking()
                .header("Upload-Offset", 0)
                .contentType("application/partial-upload")
                .body(SampleFile.pdf(mark + "g"))
                .patch(upload)
                .then()
                .statusCode(204);
    }

    private static boolean sings(List<String> canaries, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return canaries.stream().anyMatch(canary -> lower.contains(canary.toLowerCase(Locale.ROOT)));
    }

    private static List<String> database() throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection owner =
                SharedInfrastructure.database(Surroundings.DATABASE).asOwner()) {
            for (String table : column(owner, TABLES)) {
                values.addAll(everything(owner, table));
            }
        }
        return values;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static List<String> everything(Connection connection, String table) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    Object value = row.getObject(i);
                    values.add(
                            value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                    : String.valueOf(value));
                }
            }
        }
        return values;
    }

    private static List<String> kafka() {
        List<String> records = new ArrayList<>();
        for (Topic topic : List.of(Topic.REPORTS, Topic.VERIFICATIONS, Topic.TICKETS, Topic.CONFIRMATIONS, Topic.SLA)) {
            for (String name :
                    List.of(topic.name(), Topic.deadLettersOf(topic.name()).name())) {
                try (var reader = TopicReader.of(name)) {
                    reader.all().stream().map(CanaryTest::text).forEach(records::add);
                }
            }
        }
        return records;
    }

    private static String text(EventOnTopic event) {
        var text = new StringBuilder(String.valueOf(event.key()));
        event.record().headers().forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.append(new String(event.record().value(), StandardCharsets.UTF_8))
                .toString();
    }

    private static List<String> blobs() throws IOException {
        List<String> blobs = new ArrayList<>();
        try (var files = Files.walk(Surroundings.evidenceDirectory()).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                blobs.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return blobs;
    }
}
