package glassbox.gateway.esi;

import glassbox.esi.orchestration.Ports;

/** What an agent works with: its own decoder and panel, and both with its tools as ports. */
record Desk(PassDecoder decoder, RemotePanel panel, Ports ports) {}
