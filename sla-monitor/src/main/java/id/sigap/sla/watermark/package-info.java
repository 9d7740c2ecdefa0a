/** Up to when every confirmation has been seen: what stands between a slow consumer and an invented breach. */
package id.sigap.sla.watermark;
