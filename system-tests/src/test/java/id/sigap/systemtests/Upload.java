package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** The protocol of an upload in parts, as the citizen's page speaks it. */
record Upload(HttpClient client, String receipt) {

    private static final String UPLOADS = "/api/v1/report/evidence/uploads";

    String declare(URI intake, int size) throws Exception {
        HttpResponse<String> begun = send(request(intake, UPLOADS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"sizeBytes\":%d,\"mediaType\":\"audio/wav\"}".formatted(size))));
        assertThat(begun.statusCode()).isEqualTo(201);
        return begun.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow()
                .getPath();
    }

    HttpResponse<String> part(URI intake, String path, int offset, byte[] bytes) throws Exception {
        return send(request(intake, path)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", Integer.toString(offset))
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> progress(URI intake, String path) throws Exception {
        return send(request(intake, path).HEAD());
    }

    private HttpRequest.Builder request(URI intake, String path) {
        return HttpRequest.newBuilder(intake.resolve(path)).header("Sigap-Receipt", receipt);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
