package id.sigap.notifier.delivery;

import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.DeliveryChannel;

/** One operator by one channel: what is slow here delays nobody else. */
record Lane(OperatorCode operator, DeliveryChannel channel) {}
