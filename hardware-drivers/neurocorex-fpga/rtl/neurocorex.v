// The whole device between its two serial pins.
`default_nettype none

module neurocorex #(
    parameter CLOCKS_PER_BIT = 100,  // 1 Mbaud at 100 MHz
    parameter STEP_CLOCKS = 96000    // least distance of steps in published runs: 0.96 ms
) (
    input  wire        clock,
    input  wire        reset,
    input  wire        uart_rxd,  // from the host
    output wire        uart_txd,  // to the host
    output wire        busy,      // something goes on that needs no further byte
    output wire [17:0] traced_v
);
  localparam NEURONS = 90;

  // In: characters wait in a queue while the core works. 4,096 bytes are 1,365 events.
  wire [7:0] character, data;
  wire received, damaged, available, take, queue_full;
  wire [12:0] queue_level;
  uart_rx #(
      .CLOCKS_PER_BIT(CLOCKS_PER_BIT)
  ) receiver (
      .clock(clock),
      .reset(reset),
      .line(uart_rxd),
      .data(character),
      .valid(received),
      .damaged(damaged)
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
      .pop(take),
      .level(queue_level)
  );
  reg [17:0] damaged_characters;
  always @(posedge clock)
    if (reset) damaged_characters <= 18'd0;
    else if (damaged || (received && queue_full)) damaged_characters <= damaged_characters + 18'd1;

  // Out: whoever has something to say. Only one has at a time.
  wire start_byte, weight_valid, spikes_valid, answer_valid, out_full, out_filled, line_ready;
  wire [7:0] weight, spikes, answer_data, out_data;
  wire [6:0] out_level;
  wire framed;  // the executor runs steps: their spikes go to its answer
  wire free = !out_full;
  fifo #(
      .WIDTH(8),
      .LOG_DEPTH(6)
  ) sending (
      .clock(clock),
      .reset(reset),
      .in(start_byte ? 8'hff : weight_valid ? weight : answer_valid ? answer_data : spikes),
      .push(start_byte || weight_valid || answer_valid || (spikes_valid && !framed)),
      .full(out_full),
      .out(out_data),
      .filled(out_filled),
      .pop(line_ready),
      .level(out_level)
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
  wire parser_host, parser_write, event_valid, event_end, parsing;
  wire frame_begins, frame_byte, frame_complete, frame_done, low_bit_first;
  wire [2:0] parser_memory;
  wire [6:0] parser_row, parser_column;
  wire [17:0] parser_value, value;
  wire [7:0] event_delta;
  wire [15:0] event_address;
  wire core_ready;
  command_parser parser (
      .clock(clock),
      .reset(reset),
      .data(data),
      .available(available),
      .take(take),
      .working(parsing),
      .core_ready(core_ready),
      .host(parser_host),
      .memory(parser_memory),
      .row(parser_row),
      .column(parser_column),
      .write(parser_write),
      .new_value(parser_value),
      .value(value[7:0]),
      .low_bit_first(low_bit_first),
      .weight(weight),
      .weight_valid(weight_valid),
      .weight_ready(free),
      .event_valid(event_valid),
      .event_delta(event_delta),
      .event_address(event_address),
      .event_end(event_end),
      .event_ready(player_ready && free),
      .frame_begins(frame_begins),
      .frame_byte(frame_byte),
      .frame_complete(frame_complete),
      .frame_done(frame_done)
  );

  // Published runs.
  wire multi, player_ready, player_input, player_step, rest;
  wire [6:0] player_column;
  event_player #(
      .STEP_CLOCKS(STEP_CLOCKS)
  ) player (
      .clock(clock),
      .reset(reset),
      .multi(multi),
      .event_valid(event_valid && free),  // it may answer with a start byte
      .delta(event_delta),
      .address(event_address),
      .end_valid(event_end && free),
      .ready(player_ready),
      .begins(start_byte),
      .core_ready(core_ready),
      .add_input(player_input),
      .input_column(player_column),
      .step(player_step),
      .rest(rest)
  );

  // Frames.
  wire intact, too_long, send, sent, executor_host, executor_write, executor_input, executor_step;
  wire reset_core, restart_stream, flush, stream_empty, spikes_taken, answer_write;
  wire [7:0] number, op, payload, status, answer, stored_answer;
  wire [15:0] length;
  wire [10:0] payload_address, answer_address, stored_address;
  wire [11:0] answer_length;
  wire [2:0] executor_memory;
  wire [6:0] executor_row, executor_column, executor_input_column;
  wire [17:0] executor_value, damaged_frames;
  frame_receiver frames (
      .clock(clock),
      .reset(reset),
      .begins(frame_begins),
      .data(data),
      .valid(frame_byte),
      .complete(frame_complete),
      .intact(intact),
      .too_long(too_long),
      .number(number),
      .op(op),
      .length(length),
      .read_address(payload_address),
      .payload(payload)
  );
  frame_executor #(
      .NEURONS(NEURONS)
  ) executor (
      .clock(clock),
      .reset(reset),
      .start(frame_complete),
      .done(frame_done),
      .intact(intact),
      .too_long(too_long),
      .number(number),
      .op(op),
      .length(length),
      .payload_address(payload_address),
      .payload(payload),
      .core_ready(core_ready),
      .host(executor_host),
      .memory(executor_memory),
      .row(executor_row),
      .column(executor_column),
      .value(value),
      .write(executor_write),
      .new_value(executor_value),
      .add_input(executor_input),
      .input_column(executor_input_column),
      .step(executor_step),
      .reset_core(reset_core),
      .restart_stream(restart_stream),
      .flush(flush),
      .stream_empty(stream_empty),
      .spikes(spikes),
      .spikes_valid(spikes_valid),
      .spikes_ready(spikes_taken),
      .send(send),
      .sent(sent),
      .status(status),
      .answer_length(answer_length),
      .answer_address(answer_address),
      .answer(answer),
      .answer_write(answer_write),
      .damaged(damaged_frames)
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
      .number(number),
      .status(status),
      .length(answer_length),
      .read_address(stored_address),
      .payload(stored_answer),
      .data(answer_data),
      .valid(answer_valid),
      .ready(free)
  );
  assign framed = !frame_done;

  // The core and its spikes.
  wire bit_valid, spike, bit_ready;
  core #(
      .NEURONS(NEURONS)
  ) core (
      .clock(clock),
      .reset(reset),
      .ready(core_ready),
      .add_input(player_input || executor_input),
      .input_column(executor_input ? executor_input_column : player_column),
      .step(player_step || executor_step),
      .bit_valid(bit_valid),
      .spike(spike),
      .bit_ready(bit_ready),
      .rest(rest || reset_core),
      .all(reset_core),
      .host(parser_host || executor_host),
      .memory(executor_host ? executor_memory : parser_memory),
      .row(executor_host ? executor_row : parser_row),
      .column(executor_host ? executor_column : parser_column),
      .value(value),
      .write(parser_write || executor_write),
      .new_value(executor_host ? executor_value : parser_value),
      .damaged_frames(damaged_frames),
      .damaged_characters(damaged_characters),
      .multi(multi),
      .low_bit_first(low_bit_first),
      .traced_v(traced_v)
  );
  spike_streamer streamer (
      .clock(clock),
      .reset(reset || rest || restart_stream),
      .bit_valid(bit_valid),
      .spike(spike),
      .bit_ready(bit_ready),
      .flush(flush),
      .empty(stream_empty),
      .data(spikes),
      .valid(spikes_valid),
      .ready(framed ? spikes_taken : free)
  );

  assign busy = !core_ready || available || out_filled || !line_ready || !player_ready || framed
                || parsing || queue_level != 13'd0 || out_level != 7'd0;
endmodule

`default_nettype wire
