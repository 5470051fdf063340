// The core: 90 neurons, their parameters, both matrices, and the spikes of this step and the last.
//
// Between steps the host reads and writes any of it through one port: a memory, a row and a column,
// 18 bits. Reading takes a clock. PROTOCOL.md lists the memories; here are the numbers of slots that
// the published core's pipeline gives each thing.
`default_nettype none

module core #(
    parameter NEURONS = 90
) (
    input  wire        clock,
    input  wire        reset,
    output wire        ready,          // nothing below is going on
    // Steps.
    input  wire        add_input,      // an input spikes in the next step
    input  wire [ 6:0] input_column,
    input  wire        step,
    output wire        bit_valid,      // a neuron was updated
    output wire        spike,
    input  wire        bit_ready,
    // Forgetting: potentials and spikes in flight; with `all` refractory counters and windows, too.
    input  wire        rest,
    input  wire        all,
    // The host, while `ready`.
    input  wire        host,
    input  wire [ 2:0] memory,
    input  wire [ 6:0] row,
    input  wire [ 6:0] column,
    output reg  [17:0] value,          // two clocks after the address
    input  wire        write,
    input  wire [17:0] new_value,
    // Counted elsewhere, read here.
    input  wire [17:0] damaged_frames,
    input  wire [17:0] damaged_characters,
    output wire        multi,          // events of one step come together
    output wire        low_bit_first,  // of enable bits
    output reg  [17:0] traced_v
);
  localparam [6:0] PARAMETER_SLOT = 7'd4, ROW_SLOT = 7'd6, COLUMN_SLOT = 7'd5;

  wire [6:0] neuron;
  wire load, load_more, deliver, store, learn, finish, sequenced;
  wire ff_delivered, aa_delivered, ff_learned, aa_learned;

  step_sequencer #(
      .NEURONS(NEURONS)
  ) sequencer (
      .clock(clock),
      .reset(reset),
      .start(step),
      .done(sequenced),
      .neuron(neuron),
      .load(load),
      .load_more(load_more),
      .deliver(deliver),
      .delivered(ff_delivered && aa_delivered),
      .store(store),
      .bit_ready(bit_ready),
      .learn(learn),
      .learned(ff_learned && aa_learned),
      .finish(finish)
  );

  // Resting: every neuron's state in turn.
  reg resting;
  reg rest_all;
  reg [6:0] resting_neuron;
  always @(posedge clock) begin
    if (reset) begin
      resting        <= 1'b1;
      rest_all       <= 1'b1;
      resting_neuron <= 7'd0;
    end else if (rest) begin
      resting        <= 1'b1;
      rest_all       <= all;
      resting_neuron <= 7'd0;
    end else if (resting) begin
      resting        <= resting_neuron != 7'd127;
      resting_neuron <= resting_neuron + 7'd1;
    end
  end
  assign ready = sequenced && ff_learned && aa_learned && !resting;

  // Writes of the host, by memory.
  wire to = host && write;
  wire to_parameters = to && memory == 3'd4;
  wire to_registers = to && memory == 3'd5;
  wire to_state = to && memory == 3'd6;
  wire to_windows = to && memory == 3'd7;

  // Parameters: four rows of a block memory, and the few that the whole core shares beside it.
  reg [17:0] parameters[0:511];
  reg [17:0] parameter_read;
  reg signed [17:0] threshold;
  wire [8:0] parameter_address =
      host ? {row[1:0], column} : {1'b0, !load, neuron + PARAMETER_SLOT};
  reg [7:0] gain, potentiation, depression;
  reg signed [17:0] leak;
  reg [6:0] ff_pre_window, ff_post_window, aa_pre_window, aa_post_window;

  always @(posedge clock) begin
    parameter_read <= parameters[parameter_address];
    if (to_parameters) parameters[parameter_address] <= new_value;
    if (load_more) threshold <= parameter_read;
  end

  always @(posedge clock) begin
    if (reset) begin
      gain           <= 8'd0;
      leak           <= 18'sd0;
      potentiation   <= 8'd0;
      depression     <= 8'd0;
      ff_pre_window  <= 7'd0;
      ff_post_window <= 7'd0;
      aa_pre_window  <= 7'd0;
      aa_post_window <= 7'd0;
    end else if (to_parameters) begin
      if (parameter_address == {2'd1, 7'd0}) gain <= new_value[7:0];
      if (parameter_address == {2'd2, 7'd8}) leak <= new_value;
      if (parameter_address == {2'd3, 7'd0}) begin
        ff_pre_window  <= new_value[6:0];
        ff_post_window <= new_value[14:8];
      end
      if (parameter_address == {2'd3, 7'd1}) begin
        aa_pre_window  <= new_value[6:0];
        aa_post_window <= new_value[14:8];
      end
      if (parameter_address == {2'd3, 7'd2}) begin
        potentiation <= new_value[7:0];
        depression   <= new_value[15:8];
      end
    end
  end

  // Registers.
  reg signed [17:0] bias;
  reg [6:0] traced;
  reg [2:0] mode;
  reg signed [7:0] floor;
  wire saturate = mode[0];
  assign multi = mode[1];
  assign low_bit_first = mode[2];

  always @(posedge clock) begin
    if (reset) begin
      bias   <= 18'sd0;
      traced <= 7'd0;
      mode   <= 3'd0;
      floor  <= -8'sd1;
    end else if (to_registers) begin
      case (column)
        7'd0: bias <= new_value;
        7'd1: traced <= new_value[6:0];
        7'd2: mode <= new_value[2:0];
        7'd3: floor <= new_value[7:0];
        default: ;
      endcase
    end
  end

  reg [17:0] register;
  always @(*)
    case (column)
      7'd0: register = bias;
      7'd1: register = {11'd0, traced};
      7'd2: register = {15'd0, mode};
      7'd3: register = {10'd0, floor};
      7'd4: register = damaged_frames;
      7'd5: register = damaged_characters;
      default: register = 18'd0;
    endcase

  // State of neurons.
  reg [17:0] potentials[0:127];
  reg [17:0] refractories[0:127];
  reg signed [17:0] v;
  reg [17:0] refractory;
  wire fires;
  wire signed [17:0] new_v;
  wire [17:0] new_refractory;
  wire [6:0] state_address = resting ? resting_neuron : host ? column : neuron;

  always @(posedge clock) begin
    v          <= potentials[state_address];
    refractory <= refractories[state_address];
    if (resting || store || (to_state && row == 7'd0))
      potentials[state_address] <= resting ? 18'd0 : host ? new_value : new_v;
    if ((resting && rest_all) || store || (to_state && row == 7'd1))
      refractories[state_address] <= resting ? 18'd0 : host ? new_value : new_refractory;
    if (store && neuron == traced) traced_v <= new_v;
  end

  wire signed [15:0] ff_sum, aa_sum;
  neuron_update update (
      .clock(clock),
      .saturate(saturate),
      .v(v),
      .refractory(refractory),
      .threshold(threshold),
      .refractory_steps(parameter_read),
      .bias(bias),
      .leak(leak),
      .gain(gain),
      .inputs(ff_sum),
      .recurrent(aa_sum),
      .spike(fires),
      .new_v(new_v),
      .new_refractory(new_refractory)
  );
  assign bit_valid = store;
  assign spike = fires;

  // Lists of spikes: this step's inputs, and neurons of this step and the last in two that take
  // turns.
  reg turn;  // which of the two is this step's
  always @(posedge clock) turn <= !reset && (turn ^ finish);

  wire [6:0] input_count, input_member;
  wire [6:0] ff_arrival_index, ff_spike_index;
  wire [6:0] aa_arrival_index, aa_spike_index;
  wire [6:0] count[0:1];
  wire [6:0] member[0:1];
  wire [6:0] member_2[0:1];
  wire [1:0] in_flight;
  wire [6:0] unused_member;
  wire unused_answer;

  spike_list inputs (
      .clock(clock),
      .clear(reset || finish || rest),
      .push(add_input),
      .slot(input_column),
      .count(input_count),
      .index(ff_delivered ? ff_spike_index : ff_arrival_index),
      .member(input_member),
      .index_2(7'd0),
      .member_2(unused_member),
      .question(7'd0),
      .answer(unused_answer)
  );

  genvar i;
  generate
    for (i = 0; i < 2; i = i + 1) begin : neurons
      wire now = turn == i;
      spike_list list (
          .clock(clock),
          .clear(reset || rest || (finish && !now)),
          .push(now ? store && fires : to_state && row == 7'd2 && new_value[0]
                    && column < NEURONS),
          .slot(now ? neuron : column),
          .count(count[i]),
          .index(now ? aa_spike_index : aa_arrival_index),
          .member(member[i]),
          .index_2(ff_spike_index),
          .member_2(member_2[i]),
          .question(column),
          .answer(in_flight[i])
      );
    end
  endgenerate

  // The matrices.
  wire [13:0] host_address = memory == 3'd7 ? {7'd0, column} : {row, column};
  wire signed [7:0] ff_weight, aa_weight;
  wire ff_enable, aa_enable;
  wire [6:0] ff_pre, ff_post, aa_pre, aa_post;

  plastic_matrix ff (
      .clock(clock),
      .reset(reset),
      .deliver(deliver),
      .row(neuron + ROW_SLOT),
      .self(7'd127),
      .arrivals(input_count),
      .arrival_index(ff_arrival_index),
      .arrival_slot(input_member),
      .sum(ff_sum),
      .delivered(ff_delivered),
      .learn(learn),
      .forget(rest && all),
      .pre_window(ff_pre_window),
      .post_window(ff_post_window),
      .potentiation(potentiation),
      .depression(depression),
      .floor(floor),
      .pre_spikes(input_count),
      .post_spikes(count[turn]),
      .spike_index(ff_spike_index),
      .pre_slot(input_member),
      .post_slot(member_2[turn] + ROW_SLOT),
      .learned(ff_learned),
      .host(host),
      .host_address(host_address),
      .weight(ff_weight),
      .enable(ff_enable),
      .host_weight(new_value[7:0]),
      .host_write_weight(to && memory == 3'd0),
      .host_enable(new_value[0]),
      .host_write_enable(to && memory == 3'd2),
      .pre_count(ff_pre),
      .post_count(ff_post),
      .host_count(new_value[6:0]),
      .host_write_pre(to_windows && row == 7'd0),
      .host_write_post(to_windows && row == 7'd1)
  );

  plastic_matrix aa (
      .clock(clock),
      .reset(reset),
      .deliver(deliver),
      .row(neuron + ROW_SLOT),
      .self(neuron + COLUMN_SLOT),
      .arrivals(count[!turn]),
      .arrival_index(aa_arrival_index),
      .arrival_slot(member[!turn] + COLUMN_SLOT),
      .sum(aa_sum),
      .delivered(aa_delivered),
      .learn(learn),
      .forget(rest && all),
      .pre_window(aa_pre_window),
      .post_window(aa_post_window),
      .potentiation(potentiation),
      .depression(depression),
      .floor(floor),
      .pre_spikes(count[turn]),
      .post_spikes(count[turn]),
      .spike_index(aa_spike_index),
      .pre_slot(member[turn] + COLUMN_SLOT),
      .post_slot(member[turn] + ROW_SLOT),
      .learned(aa_learned),
      .host(host),
      .host_address(host_address),
      .weight(aa_weight),
      .enable(aa_enable),
      .host_weight(new_value[7:0]),
      .host_write_weight(to && memory == 3'd1),
      .host_enable(new_value[0]),
      .host_write_enable(to && memory == 3'd3),
      .pre_count(aa_pre),
      .post_count(aa_post),
      .host_count(new_value[6:0]),
      .host_write_pre(to_windows && row == 7'd2),
      .host_write_post(to_windows && row == 7'd3)
  );

  // What the host reads. Memories answered a clock ago; the rest answers now, to the same address.
  always @(posedge clock)
    case (memory)
      3'd0: value <= {10'd0, ff_weight};
      3'd1: value <= {10'd0, aa_weight};
      3'd2: value <= {17'd0, ff_enable};
      3'd3: value <= {17'd0, aa_enable};
      3'd4: value <= parameter_read;
      3'd5: value <= register;
      3'd6: value <= row[1] ? {17'd0, in_flight[!turn]} : row[0] ? refractory : v;
      default:
      value <= {11'd0, row[1] ? (row[0] ? aa_post : aa_pre) : (row[0] ? ff_post : ff_pre)};
    endcase
endmodule

`default_nettype wire
