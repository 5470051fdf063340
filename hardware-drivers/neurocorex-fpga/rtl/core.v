// The core: 90 neurons, their parameters, both matrices, and the spikes of the last step.
//
// Between steps the host reads and writes any of it through one port, a byte at a time: a region of
// PROTOCOL.md, a row, a column, and which byte of what is there. Here are also the numbers of slots
// that the published core's pipeline gives each thing.
`default_nettype none

module core #(
    parameter NEURONS = 90
) (
    input  wire        clock,
    input  wire        reset,
    output wire        ready,          // nothing below is going on
    // Steps: first their events and forced spikes, as bits.
    input  wire        add_event,
    input  wire [ 6:0] event_column,
    input  wire        set_events,     // eight at a time
    input  wire        set_forced,
    input  wire [ 3:0] eighth,
    input  wire [ 7:0] bits,
    input  wire        step,
    output wire        bit_valid,      // a neuron was updated
    output wire        spike,
    input  wire        bit_ready,
    output wire [95:0] spiked,         // in the last step
    output reg  [31:0] steps,
    // Forgetting: potentials and spikes; with `all` refractory counters, windows and steps, too.
    input  wire        rest,
    input  wire        all,
    // The host, while `ready`.
    input  wire        host,
    input  wire [ 3:0] region,
    input  wire [ 7:0] row,
    input  wire [ 6:0] column,
    input  wire [ 3:0] part,
    output reg  [ 7:0] value,          // two clocks after the address
    input  wire        write,
    input  wire [ 7:0] new_value
);
  localparam [6:0] PARAMETER_SLOT = 7'd4, ROW_SLOT = 7'd6, COLUMN_SLOT = 7'd5;
  localparam [3:0] FF = 4'd0, AA = 4'd1, PARAMETERS = 4'd2, ENABLE = 4'd3, BIAS = 4'd4,
      STATE = 4'd5, SPIKES = 4'd6, WINDOWS = 4'd7, CONTROL = 4'd8;

  wire [6:0] neuron;
  wire make_lists, listed, learn, age, load, load_more, deliver, store, take, finish, sequenced;
  wire ff_delivered, aa_delivered, ff_learned, aa_learned;

  step_sequencer #(
      .NEURONS(NEURONS)
  ) sequencer (
      .clock(clock),
      .reset(reset),
      .published_order(published_order),
      .start(step),
      .done(sequenced),
      .make_lists(make_lists),
      .listed(listed),
      .learn(learn),
      .age(age),
      .learned(ff_learned && aa_learned),
      .neuron(neuron),
      .load(load),
      .load_more(load_more),
      .deliver(deliver),
      .delivered(ff_delivered && aa_delivered),
      .store(store),
      .bit_ready(bit_ready),
      .take(take),
      .finish(finish)
  );

  // Resting: every neuron's state in turn.
  reg resting;
  reg rest_all;
  reg [6:0] resting_neuron;
  always @(posedge clock) begin
    if (reset || rest) begin
      resting        <= 1'b1;
      rest_all       <= reset || all;
      resting_neuron <= 7'd0;
    end else if (resting) begin
      resting        <= resting_neuron != 7'd127;
      resting_neuron <= resting_neuron + 7'd1;
    end
  end
  assign ready = sequenced && ff_learned && aa_learned && !resting;

  // Writes of the host, by region. A word of 24 bits is written a byte at a time.
  wire to = host && write;
  wire to_parameters = to && region == PARAMETERS;
  wire exists = column < NEURONS;  // where there is one of a kind a neuron
  wire to_state = to && region == STATE && exists;
  wire to_windows = to && region == WINDOWS;
  wire to_control = to && region == CONTROL;
  wire [2:0] lane = 3'b001 << (part < 4'd3 ? part : part < 4'd6 ? part - 4'd3 : part - 4'd6);

  // Control.
  reg [7:0] flags;
  reg signed [7:0] floor;
  wire saturate = flags[0];
  wire low_bit_first = flags[1];
  wire ff_frozen = flags[2];
  wire aa_frozen = flags[3];
  wire published_order = flags[4];

  always @(posedge clock) begin
    if (reset) begin
      flags <= 8'd0;
      floor <= -8'sd1;
    end else if (to_control) begin
      if (column == 7'd0) flags <= new_value;
      if (column == 7'd1) floor <= new_value;
    end
  end

  always @(posedge clock) begin
    if (reset || (rest && all)) steps <= 32'd0;
    else if (finish) steps <= steps + 32'd1;
    else if (to_control)
      case (column)
        7'd4: steps[7:0] <= new_value;
        7'd5: steps[15:8] <= new_value;
        7'd6: steps[23:16] <= new_value;
        7'd7: steps[31:24] <= new_value;
        default: ;
      endcase
  end

  reg [7:0] control;
  always @(*)
    case (column[2:0])
      3'd0: control = flags;
      3'd1: control = floor;
      3'd4: control = steps[7:0];
      3'd5: control = steps[15:8];
      3'd6: control = steps[23:16];
      3'd7: control = steps[31:24];
      default: control = 8'd0;
    endcase

  // Parameters: four rows of memory, and the few that the whole core shares beside it.
  wire [23:0] parameter_word;
  wire [8:0] parameter_address =
      host ? {row[1:0], column} : {1'b0, !load, neuron + PARAMETER_SLOT};
  word_memory #(
      .LOG_DEPTH(9),
      .WIDTH(24)
  ) parameters (
      .clock(clock),
      .address(parameter_address),
      .word(parameter_word),
      .write(to_parameters ? lane : 3'd0),
      .in({3{new_value}})
  );

  reg signed [17:0] threshold;
  always @(posedge clock) if (load_more) threshold <= parameter_word[17:0];

  reg [7:0] gain, potentiation, depression;
  reg signed [17:0] leak;
  reg [6:0] ff_pre_window, ff_post_window, aa_pre_window, aa_post_window;
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
      case ({parameter_address, part[1:0]})
        {2'd1, 7'd0, 2'd0}: gain <= new_value;
        {2'd2, 7'd8, 2'd0}: leak[7:0] <= new_value;
        {2'd2, 7'd8, 2'd1}: leak[15:8] <= new_value;
        {2'd2, 7'd8, 2'd2}: leak[17:16] <= new_value[1:0];
        {2'd3, 7'd0, 2'd0}: ff_pre_window <= new_value[6:0];
        {2'd3, 7'd0, 2'd1}: ff_post_window <= new_value[6:0];
        {2'd3, 7'd1, 2'd0}: aa_pre_window <= new_value[6:0];
        {2'd3, 7'd1, 2'd1}: aa_post_window <= new_value[6:0];
        {2'd3, 7'd2, 2'd0}: potentiation <= new_value;
        {2'd3, 7'd2, 2'd1}: depression <= new_value;
        default: ;
      endcase
    end
  end

  // State of neurons.
  wire [17:0] bias_word, v_word, refractory_word, compared_word;
  wire fires;
  wire signed [17:0] new_v, compared;
  wire [17:0] new_refractory;
  wire [6:0] state_address = resting ? resting_neuron : host ? column : neuron;

  wire [17:0] host_word = {new_value[1:0], {2{new_value}}};

  word_memory biases (
      .clock(clock),
      .address(host ? column : neuron),
      .word(bias_word),
      .write(to && region == BIAS && exists ? lane : 3'd0),
      .in(host_word)
  );
  word_memory potentials (
      .clock(clock),
      .address(state_address),
      .word(v_word),
      .write({3{resting || store}} | (to_state && part < 4'd3 ? lane : 3'd0)),
      .in(resting ? 18'd0 : host ? host_word : new_v)
  );
  word_memory refractories (
      .clock(clock),
      .address(state_address),
      .word(refractory_word),
      .write({3{(resting && rest_all) || store}}
             | (to_state && part >= 4'd3 && part < 4'd6 ? lane : 3'd0)),
      .in(resting ? 18'd0 : host ? host_word : new_refractory)
  );
  word_memory comparisons (
      .clock(clock),
      .address(state_address),
      .word(compared_word),
      .write({3{resting || store}} | (to_state && part >= 4'd6 ? lane : 3'd0)),
      .in(resting ? 18'd0 : host ? host_word : compared)
  );

  wire signed [15:0] ff_sum, aa_sum;
  neuron_update update (
      .clock(clock),
      .saturate(saturate),
      .v(v_word),
      .refractory(refractory_word),
      .threshold(threshold),
      .refractory_steps(parameter_word[17:0]),
      .forced(forced[neuron]),
      .bias(bias_word),
      .leak(leak),
      .gain(gain),
      .inputs(ff_sum),
      .recurrent(aa_sum),
      .spike(fires),
      .compared(compared),
      .new_v(new_v),
      .new_refractory(new_refractory)
  );
  assign bit_valid = store;
  assign spike = fires;

  // Spikes, as bits and as lists.
  reg [95:0] events, forced, spikes, spiking;
  wire [6:0] first = {eighth, 3'd0};
  wire [95:0] usable = {{(96 - NEURONS) {1'b0}}, {NEURONS{1'b1}}};
  assign spiked = spikes;

  always @(posedge clock) begin
    if (reset || finish || rest) begin
      events <= 96'd0;
      forced <= 96'd0;
    end else begin
      if (add_event) events[event_column] <= 1'b1;
      if (set_events) events[first+:8] <= bits;
      if (set_forced) forced[first+:8] <= bits;
    end
    if (store) spiking[neuron] <= fires;
    if (reset || rest) spikes <= 96'd0;
    else if (take) spikes <= spiking & usable;
    else if (to && region == SPIKES)
      spikes[{column[3:0], 3'd0}+:8] <= new_value & usable[{column[3:0], 3'd0}+:8];
  end

  wire [6:0] input_count, input_member, count, aa_member, ff_member, unused_member;
  wire [6:0] ff_arrival_index, ff_spike_index, aa_arrival_index, aa_spike_index;
  wire inputs_listed, neurons_listed;
  assign listed = inputs_listed && neurons_listed;

  spike_list inputs (
      .clock(clock),
      .reset(reset),
      .start(make_lists),
      .bits(events),
      .done(inputs_listed),
      .count(input_count),
      .index(ff_delivered ? ff_spike_index : ff_arrival_index),
      .member(input_member),
      .index_2(7'd0),
      .member_2(unused_member)
  );
  spike_list neurons (
      .clock(clock),
      .reset(reset),
      .start(make_lists),
      .bits(spikes),
      .done(neurons_listed),
      .count(count),
      .index(aa_delivered ? aa_spike_index : aa_arrival_index),
      .member(aa_member),
      .index_2(ff_spike_index),
      .member_2(ff_member)
  );

  // The matrices. Windows are kept by slot and asked for by neuron, those of inputs by column.
  wire to_used = to_windows && (exists || row == 8'd2);
  wire [6:0] window_slot = row == 8'd2 ? column : row == 8'd0 ? column + COLUMN_SLOT
                                                               : column + ROW_SLOT;
  wire [6:0] matrix_row = row >= 8'd96 ? row[6:0] - 7'd96 : row[6:0];  // 128 - 96 wraps rightly
  wire [13:0] host_address =
      region == WINDOWS ? {7'd0, window_slot} :
      region == ENABLE ? {matrix_row, column[3:0], 3'd0} : {row[6:0], column};
  wire signed [7:0] ff_weight, aa_weight;
  wire [7:0] ff_enables, aa_enables;
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
      .age(age),
      .forget(rest && all),
      .frozen(ff_frozen),
      .published_order(published_order),
      .low_bit_first(low_bit_first),
      .pre_window(ff_pre_window),
      .post_window(ff_post_window),
      .potentiation(potentiation),
      .depression(depression),
      .floor(floor),
      .pre_spikes(input_count),
      .post_spikes(count),
      .spike_index(ff_spike_index),
      .pre_slot(input_member),
      .post_slot(ff_member + ROW_SLOT),
      .learned(ff_learned),
      .host(host),
      .host_address(host_address),
      .weight(ff_weight),
      .enables(ff_enables),
      .host_value(new_value),
      .host_write_weight(to && region == FF),
      .host_write_enables(to && region == ENABLE && row >= 8'd96),
      .pre_count(ff_pre),
      .post_count(ff_post),
      .host_write_pre(to_used && row == 8'd2),
      .host_write_post(to_used && row == 8'd3)
  );

  plastic_matrix #(
      .RECURRENT(1)
  ) aa (
      .clock(clock),
      .reset(reset),
      .deliver(deliver),
      .row(neuron + ROW_SLOT),
      .self(neuron + COLUMN_SLOT),
      .arrivals(count),
      .arrival_index(aa_arrival_index),
      .arrival_slot(aa_member + COLUMN_SLOT),
      .sum(aa_sum),
      .delivered(aa_delivered),
      .learn(learn),
      .age(age),
      .forget(rest && all),
      .frozen(aa_frozen),
      .published_order(published_order),
      .low_bit_first(low_bit_first),
      .pre_window(aa_pre_window),
      .post_window(aa_post_window),
      .potentiation(potentiation),
      .depression(depression),
      .floor(floor),
      .pre_spikes(count),
      .post_spikes(count),
      .spike_index(aa_spike_index),
      .pre_slot(aa_member + COLUMN_SLOT),
      .post_slot(aa_member + ROW_SLOT),
      .learned(aa_learned),
      .host(host),
      .host_address(host_address),
      .weight(aa_weight),
      .enables(aa_enables),
      .host_value(new_value),
      .host_write_weight(to && region == AA),
      .host_write_enables(to && region == ENABLE && row < 8'd96),
      .pre_count(aa_pre),
      .post_count(aa_post),
      .host_write_pre(to_used && row == 8'd0),
      .host_write_post(to_used && row == 8'd1)
  );

  // What the host reads. Memories answered a clock ago; the rest answers now, to the same address.
  // State is sign-extended, parameters come back as they were written.
  wire [17:0] signed_word = region == BIAS ? bias_word : part < 4'd3 ? v_word
                                                                          : compared_word;
  wire [23:0] word =
      region == PARAMETERS ? parameter_word :
      region == STATE && part >= 4'd3 && part < 4'd6 ? {6'd0, refractory_word} :
      {{6{signed_word[17]}}, signed_word};
  wire [7:0] byte_of_word = lane[0] ? word[7:0] : lane[1] ? word[15:8] : word[23:16];

  always @(posedge clock)
    case (region)
      FF: value <= ff_weight;
      AA: value <= aa_weight;
      ENABLE: value <= row >= 8'd96 ? ff_enables : aa_enables;
      SPIKES: value <= spikes[{column[3:0], 3'd0}+:8];
      WINDOWS:
      value <= {1'b0, row[1] ? (row[0] ? ff_post : ff_pre) : (row[0] ? aa_post : aa_pre)};
      CONTROL: value <= control;
      default: value <= byte_of_word;
    endcase
endmodule

`default_nettype wire
