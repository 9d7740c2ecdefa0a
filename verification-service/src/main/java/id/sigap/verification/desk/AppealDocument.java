package id.sigap.verification.desk;

import id.sigap.verification.vault.VaultEvidence.Delivered;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;

/** A document of an appeal on its way through: the original to be saved, the picture that the vault made of it to be looked at; nothing that a browser runs. */
record AppealDocument(UUID id) {

    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/webp");
    private static final String UNKNOWN = "application/octet-stream";

    Response original(Delivered delivered) {
        return Delivery.of(Response.ok(delivered.bytes()), UNKNOWN, false, delivered.named(id))
                .build();
    }

    Response shown(Delivered delivered) {
        String type = delivered.type().filter(SHOWN::contains).orElse(UNKNOWN);
        return Delivery.of(Response.ok(delivered.bytes()), type, SHOWN.contains(type), delivered.named(id))
                .build();
    }
}
