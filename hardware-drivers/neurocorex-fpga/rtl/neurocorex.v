// The whole device between its two serial pins.
`default_nettype none

module neurocorex #(
    parameter CLOCKS_PER_BIT = 100,  // 1 Mbaud at 100 MHz
    parameter STEP_CLOCKS = 96000    // least distance of steps in plain streams: 0.96 ms
) (
    input  wire clock,
    input  wire reset,
    input  wire uart_rxd,  // from the host
    output wire uart_txd,  // to the host
    output wire busy       // something goes on that needs no further byte
);
  localparam NEURONS = 90;

  // In: characters wait in a queue while the core works. 4,096 bytes are 1,365 events.
  wire [7:0] character, data;
  wire received, damaged, available, take, queue_full;
  uart_rx #(
      .CLOCKS_PER_BIT(CLOCKS_PER_BIT)
  ) receiver (
      .clock(clock),
      .reset(reset),
      .line(uart_rxd),
      .data(character),
      .valid(received),
      .damaged(damaged)  // dropped: what it belonged to will fail its CRC, or not arrive
  );
  fifo #(
      .WIDTH(8),
      .LOG_DEPTH(12)
  ) queue (
      .clock(clock),
      .reset(reset),
      .in(character),
      .push(received),
      .full(queue_full),
      .out(data),
      .filled(available),
      .pop(take)
  );

  // Out: whoever has something to say. Only one has at a time.
  wire start_byte, weight_valid, spikes_valid, answer_valid, out_full, out_filled, line_ready;
  wire [7:0] weight, spikes, answer_data, out_data;
  wire free = !out_full;
  fifo #(
      .WIDTH(8),
      .LOG_DEPTH(6)
  ) sending (
      .clock(clock),
      .reset(reset),
      .in(start_byte ? 8'hff : weight_valid ? weight : answer_valid ? answer_data : spikes),
      .push(start_byte || weight_valid || answer_valid || spikes_valid),
      .full(out_full),
      .out(out_data),
      .filled(out_filled),
      .pop(line_ready)
  );
  uart_tx #(
      .CLOCKS_PER_BIT(CLOCKS_PER_BIT)
  ) transmitter (
      .clock(clock),
      .reset(reset),
      .data(out_data),
      .valid(out_filled),
      .ready(line_ready),
      .line(uart_txd)
  );

  // What the host says.
  wire parser_host, parser_write, event_valid, event_end, player_ready, parsing;
  wire locked, open, completes_key, frame_byte, frame_complete, frame_done, core_ready;
  wire [3:0] parser_region;
  wire [7:0] parser_row;
  wire [6:0] parser_column;
  wire [1:0] parser_part;
  wire [7:0] parser_value, value, event_delay;
  wire [15:0] event_address;
  command_parser #(
      .NEURONS(NEURONS)
  ) parser (
      .clock(clock),
      .reset(reset),
      .data(data),
      .available(available),
      .take(take),
      .working(parsing),
      .core_ready(core_ready),
      .host(parser_host),
      .region(parser_region),
      .row(parser_row),
      .column(parser_column),
      .part(parser_part),
      .write(parser_write),
      .new_value(parser_value),
      .value(value),
      .weight_valid(weight_valid),
      .weight(weight),
      .weight_ready(free),
      .event_valid(event_valid),
      .event_delay(event_delay),
      .event_address(event_address),
      .event_end(event_end),
      .event_ready(player_ready && free),
      .locked(locked),
      .open(open),
      .completes_key(completes_key),
      .frame_byte(frame_byte),
      .frame_complete(frame_complete),
      .frame_done(frame_done)
  );

  // Plain streams.
  wire player_event, player_step, rest;
  wire [6:0] event_column;
  event_player #(
      .STEP_CLOCKS(STEP_CLOCKS)
  ) player (
      .clock(clock),
      .reset(reset),
      .event_valid(event_valid && free),  // it may answer with a start byte
      .delay(event_delay),
      .address(event_address),
      .end_valid(event_end && free),
      .ready(player_ready),
      .begins(start_byte),
      .core_ready(core_ready),
      .add_event(player_event),
      .event_column(event_column),
      .step(player_step),
      .rest(rest)
  );

  // Frames.
  wire key, too_long, intact, dropped, send, sent, executor_host, executor_write, executor_step;
  wire set_events, set_forced, reset_core, answer_write;
  wire [3:0] executor_region, executor_part, eighth;
  wire [7:0] op, number, payload, answer_op, answer_number, status, answer, stored_answer;
  wire [7:0] executor_row;
  wire [6:0] executor_column;
  wire [15:0] length;
  wire [31:0] crc, steps;
  wire [95:0] spiked;
  wire [10:0] payload_address, answer_address, stored_address, answer_length;
  frame_receiver frames (
      .clock(clock),
      .reset(reset || !locked),
      .data(data),
      .valid(frame_byte),
      .completes_key(completes_key),
      .complete(frame_complete),
      .key(key),
      .too_long(too_long),
      .intact(intact),
      .op(op),
      .number(number),
      .length(length),
      .crc(crc),
      .read_address(payload_address),
      .payload(payload),
      .dropped(dropped)
  );
  frame_executor #(
      .NEURONS(NEURONS)
  ) executor (
      .clock(clock),
      .reset(reset),
      .start(frame_complete),
      .open(open),
      .done(frame_done),
      .locked(locked),
      .key(key),
      .too_long(too_long),
      .intact(intact),
      .op(op),
      .number(number),
      .length(length),
      .crc(crc),
      .payload_address(payload_address),
      .payload(payload),
      .dropped(dropped),
      .core_ready(core_ready),
      .host(executor_host),
      .region(executor_region),
      .row(executor_row),
      .column(executor_column),
      .part(executor_part),
      .value(value),
      .write(executor_write),
      .set_events(set_events),
      .set_forced(set_forced),
      .eighth(eighth),
      .step(executor_step),
      .spiked(spiked),
      .steps(steps),
      .reset_core(reset_core),
      .send(send),
      .sent(sent),
      .answer_op(answer_op),
      .answer_number(answer_number),
      .status(status),
      .answer_length(answer_length),
      .answer_address(answer_address),
      .answer(answer),
      .answer_write(answer_write)
  );
  byte_buffer answers (
      .clock(clock),
      .write_address(answer_address),
      .in(answer),
      .write(answer_write),
      .read_address(stored_address),
      .out(stored_answer)
  );
  frame_sender sender (
      .clock(clock),
      .reset(reset),
      .start(send),
      .done(sent),
      .op(answer_op),
      .number(answer_number),
      .status(status),
      .length(answer_length),
      .read_address(stored_address),
      .payload(stored_answer),
      .data(answer_data),
      .valid(answer_valid),
      .ready(free)
  );

  // The core and its spikes. Those of plain streams go out as bits; frames bring them themselves.
  wire bit_valid, spike, bit_ready;
  core #(
      .NEURONS(NEURONS)
  ) core (
      .clock(clock),
      .reset(reset),
      .ready(core_ready),
      .add_event(player_event),
      .event_column(event_column),
      .set_events(set_events),
      .set_forced(set_forced),
      .eighth(eighth),
      .bits(payload),
      .step(player_step || executor_step),
      .bit_valid(bit_valid),
      .spike(spike),
      .bit_ready(bit_ready || locked),
      .spiked(spiked),
      .steps(steps),
      .rest(rest || reset_core),
      .all(reset_core),
      .host(parser_host || executor_host),
      .region(executor_host ? executor_region : parser_region),
      .row(executor_host ? executor_row : parser_row),
      .column(executor_host ? executor_column : parser_column),
      .part(executor_host ? executor_part : {2'd0, parser_part}),
      .value(value),
      .write(parser_write || executor_write),
      .new_value(executor_host ? payload : parser_value)
  );
  spike_streamer streamer (
      .clock(clock),
      .reset(reset || rest),
      .bit_valid(bit_valid && !locked),
      .spike(spike),
      .bit_ready(bit_ready),
      .data(spikes),
      .valid(spikes_valid),
      .ready(free)
  );

  assign busy = !core_ready || available || out_filled || !line_ready || !player_ready
                || !frame_done || parsing || damaged || queue_full;
endmodule

`default_nettype wire
