package id.sigap.faults.fault;

import id.sigap.faults.agent.Traps;
import id.sigap.faults.history.ClientLog;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.PostgresServer;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.util.List;

/** The system on trial, in the hands of whoever breaks it. */
public record Site(LocalStack stack, Wire wire, HostileMailServer mail, Traps traps) {

    public static Site of(LocalStack stack, ClientLog injector, HostileMailServer mail, Traps traps) {
        return new Site(stack, new Wire(stack.description(), injector), mail, traps);
    }

    KafkaBroker broker() {
        return stack.infrastructure().kafka();
    }

    PostgresServer postgres() {
        return stack.infrastructure().postgres();
    }

    List<Replica> replicas(Service service) {
        return stack.description().replicas(service);
    }
}
