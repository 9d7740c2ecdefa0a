package id.sigap.infrastructure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class MailServerTest {

    @Test
    void mail_isReadableByItsRecipientAndOverHttp() throws Exception {
        try (var server = MailServer.start(0, 0);
                var http = HttpClient.newHttpClient()) {
            // Given
            send(server, "block-desk@operator.example", "SGP-2026-000001", "Mohon blokir nomor ini");
            send(server, "reporter@mail.example", "Terima kasih", "Laporan diterima");
            // When
            var mails = server.messagesTo("block-desk@operator.example");
            var address =
                    URI.create("http://localhost:" + server.httpPort() + "/api/messages?to=reporter%40mail.example");
            var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            // Then
            assertThat(mails).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("SGP-2026-000001");
                assertThat(mail.text()).isEqualTo("Mohon blokir nomor ini");
                assertThat(mail.from()).isEqualTo("sigap@regulator.example");
            });
            var json = new ObjectMapper().readTree(answer.body());
            assertThat(json).hasSize(1);
            assertThat(json.get(0).get("text").asText()).isEqualTo("Laporan diterima");
        }
    }

    @Test
    void mailReceivedBeforeAStop_isThereDuringIt_andAfterwardsBesideTheNew() throws Exception {
        try (var server = MailServer.start(0, 0)) {
            // Given
            send(server, "reporter@mail.example", "Terima kasih", "sebelum");
            // When
            server.stop();
            var refused = catchThrowable(() -> send(server, "reporter@mail.example", "Terima kasih", "hilang"));
            var during = server.messages();
            server.revive();
            send(server, "reporter@mail.example", "Terima kasih", "sesudah");
            // Then
            assertThat(refused).isInstanceOf(MessagingException.class);
            assertThat(during).extracting(ReceivedMail::text).containsExactly("sebelum");
            assertThat(server.messages()).extracting(ReceivedMail::text).containsExactly("sebelum", "sesudah");
        }
    }

    @Test
    void mailbox_isEmptiedOverHttp() throws Exception {
        try (var server = MailServer.start(0, 0);
                var http = HttpClient.newHttpClient()) {
            // Given
            send(server, "reporter@mail.example", "Terima kasih", "Laporan diterima");
            var address = URI.create("http://localhost:" + server.httpPort() + "/api/messages");
            // When
            var answer = http.send(HttpRequest.newBuilder(address).DELETE().build(), BodyHandlers.discarding());
            // Then
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(server.messages()).isEmpty();
        }
    }

    @Test
    void mailWithASpoiltAddress_hidesNoOther() throws Exception {
        try (var server = MailServer.start(0, 0);
                var http = HttpClient.newHttpClient()) {
            // Given
            sendRaw(server, "x@warga..example");
            sendRaw(server, "(((");
            send(server, "reporter@mail.example", "Terima kasih", "Laporan diterima");
            var all = URI.create("http://localhost:" + server.httpPort() + "/api/messages");
            // When
            var answer = http.send(HttpRequest.newBuilder(all).build(), BodyHandlers.ofString());
            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.messagesTo("reporter@mail.example")).hasSize(1);
            assertThat(server.messagesTo("x@warga..example")).hasSize(1);
            assertThat(server.messages()).hasSize(3);
        }
    }

    /** As a client sends it that knows no grammar. */
    private static void sendRaw(MailServer server, String to) throws Exception {
        try (var socket = new Socket("localhost", server.smtpPort());
                var said = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            for (String line : List.of(
                    "HELO client",
                    "MAIL FROM:<sigap@regulator.example>",
                    "RCPT TO:<someone@mail.example>",
                    "DATA",
                    "To: " + to + "\r\n\r\nhalo\r\n.",
                    "QUIT")) {
                said.readLine();
                socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
            }
            assertThat(said.readAllLines()).hasSizeBetween(1, 3);
        }
    }

    private static void send(MailServer server, String to, String subject, String text) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(server.smtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("sigap@regulator.example");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }
}
