// Carries out frames, each once, and has them answered.
`default_nettype none

module frame_executor #(
    parameter NEURONS = 90
) (
    input  wire        clock,
    input  wire        reset,
    input  wire        start,           // a frame is complete
    output wire        done,
    // The frame.
    input  wire        intact,
    input  wire        too_long,
    input  wire [ 7:0] number,
    input  wire [ 7:0] op,
    input  wire [15:0] length,
    output wire [10:0] payload_address,
    input  wire [ 7:0] payload,
    // The core.
    input  wire        core_ready,
    output wire        host,
    output reg  [ 2:0] memory,
    output reg  [ 6:0] row,
    output reg  [ 6:0] column,
    input  wire [17:0] value,
    output wire        write,
    output wire [17:0] new_value,
    output wire        add_input,
    output wire [ 6:0] input_column,
    output wire        step,
    output wire        reset_core,
    // Spikes, in bytes.
    output wire        restart_stream,
    output wire        flush,
    input  wire        stream_empty,
    input  wire [ 7:0] spikes,
    input  wire        spikes_valid,
    output wire        spikes_ready,
    // The answer.
    output reg         send,
    input  wire        sent,
    output reg  [ 7:0] status,
    output reg  [11:0] answer_length,
    output wire [10:0] answer_address,
    output reg  [ 7:0] answer,
    output wire        answer_write,
    output reg  [17:0] damaged          // frames so far
);
  localparam [7:0] HELLO = 8'd1, READ = 8'd2, WRITE = 8'd3, RUN = 8'd4, RESET = 8'd5;
  localparam [7:0] OK = 8'd0, DAMAGED = 8'd1, UNKNOWN = 8'd2, RANGE = 8'd3;
  localparam [11:0] MOST_STEPS = 12'd182;

  localparam [4:0] REST = 5'd0, GREET = 5'd2, HEADER = 5'd3, HEADER_BYTE = 5'd4, CHECK = 5'd5,
      ADDRESS = 5'd6, MEMORY = 5'd7, VALUE = 5'd8, PUT = 5'd9, TAKE = 5'd10, TAKE_BYTE = 5'd11,
      STORE = 5'd12, EVENT = 5'd13, EVENT_BYTE = 5'd14, JUDGE = 5'd15, STEP = 5'd16,
      STEPPING = 5'd17, FLUSH = 5'd18, RESETTING = 5'd19, ANSWER = 5'd20, SENDING = 5'd21;

  reg [4:0] phase;
  reg [11:0] position;     // in the payload
  reg [7:0] header[0:4];
  reg [2:0] headed;        // bytes of it that are there
  reg [11:0] written;      // bytes of the answer
  reg [11:0] left;         // items to read
  reg [1:0] part;          // byte of an item, of an event
  reg [17:0] item;
  reg [11:0] moment;       // step of a run
  reg [11:0] steps;
  reg [15:0] event_step;
  reg known;               // `last` is of a frame that was carried out
  reg [7:0] last;
  reg [11:0] last_length;

  assign done = phase == REST;
  assign payload_address = position[10:0];
  assign host = phase >= ADDRESS && phase <= STORE;

  // How far each memory goes, and how many bytes its items have.
  wire [6:0] rows = memory <= 3'd3 ? 7'd96 : memory == 3'd5 ? 7'd1 : memory == 3'd6 ? 7'd3 : 7'd4;
  wire wide = memory == 3'd4 || memory == 3'd5 || memory == 3'd6;
  wire [1:0] last_part = wide ? 2'd2 : 2'd0;
  wire exists = row < rows;
  wire [17:0] shown = exists ? value : 18'd0;

  assign new_value = item;
  assign write = phase == STORE && exists;

  wire [2:0] header_bytes = op == READ ? 3'd5 : op == WRITE ? 3'd3 : op == RUN ? 3'd2 : 3'd0;
  wire [15:0] last_two = op == READ ? {header[4], header[3]} : {header[1], header[0]};
  // A product with the bytes of an item: 1 or 3.
  wire [15:0] read_bytes = wide ? {last_two[14:0], 1'b0} + last_two : last_two;
  wire place_exists = header[0] < 8'd8 && {1'b0, header[1]} < {2'd0, rows} && header[2] < 8'd96;
  wire fits =
      op == READ ? place_exists && last_two < 16'd2049 && read_bytes < 16'd2049 :
      op == WRITE ? place_exists :
      op != RUN || (last_two != 16'd0 && last_two <= {4'd0, MOST_STEPS});
  wire length_fits = op == WRITE || op == RUN ? length >= {13'd0, header_bytes}
                                              : length == {13'd0, header_bytes};

  // Writing the answer: greeting, items, spikes.
  assign answer_address = written[10:0];
  assign answer_write = phase == GREET || phase == PUT || (spikes_valid && spikes_ready);
  assign spikes_ready = phase == STEPPING || phase == FLUSH || phase == JUDGE || phase == EVENT
                        || phase == EVENT_BYTE || phase == STEP;
  always @(*)
    if (phase == GREET)
      case (written[2:0])
        3'd0: answer = "N";
        3'd1: answer = "C";
        3'd2: answer = "X";
        3'd3: answer = 8'd1;
        3'd4: answer = 8'd96;
        3'd5: answer = NEURONS[7:0];
        3'd6: answer = 8'h00;
        default: answer = 8'h08;
      endcase
    else if (phase == PUT)
      answer = part == 2'd0 ? shown[7:0] : part == 2'd1 ? shown[15:8] : {6'd0, shown[17:16]};
    else answer = spikes;

  assign add_input = phase == JUDGE && due && payload < 8'd96;
  assign input_column = payload[6:0];
  wire due = event_step <= {4'd0, moment};
  assign step = phase == STEP && core_ready;
  assign reset_core = phase == RESETTING && part == 2'd0;
  assign restart_stream = phase == CHECK;
  assign flush = phase == FLUSH;

  // The next item: along the row, then the row below.
  wire row_ends = column == 7'd95;

  always @(posedge clock) begin
    send <= 1'b0;
    if (reset) begin
      phase   <= REST;
      known   <= 1'b0;
      damaged <= 18'd0;
    end else begin
      if (answer_write) written <= written + 12'd1;
      case (phase)
        REST: begin
          position <= 12'd0;
          written  <= 12'd0;
          headed   <= 3'd0;
          part     <= 2'd0;
          moment   <= 12'd0;
          if (start) begin
            status <= OK;
            phase  <= HEADER;
            if (too_long || !intact) begin
              status        <= too_long ? RANGE : DAMAGED;
              damaged       <= damaged + 18'd1;
              answer_length <= 12'd0;
              phase         <= ANSWER;
            end else if (op == HELLO) begin
              known <= 1'b0;
              phase <= GREET;
            end else if (known && number == last) begin
              answer_length <= last_length;
              phase         <= ANSWER;
            end else if (op == 8'd0 || op > RESET || !length_fits) begin
              status        <= op == 8'd0 || op > RESET ? UNKNOWN : RANGE;
              answer_length <= 12'd0;
              phase         <= ANSWER;
            end
          end
        end

        GREET:
        if (written == 12'd7) begin
          answer_length <= 12'd8;
          phase         <= ANSWER;
        end

        // The bytes that say what to do.
        HEADER: phase <= headed == header_bytes ? CHECK : HEADER_BYTE;
        HEADER_BYTE: begin
          header[headed] <= payload;
          if (headed == 3'd0) memory <= payload[2:0];
          if (headed == 3'd1) row <= payload[6:0];
          if (headed == 3'd2) column <= payload[6:0];
          headed   <= headed + 3'd1;
          position <= position + 12'd1;
          phase    <= HEADER;
        end
        CHECK: begin
          left  <= last_two[11:0];
          steps <= last_two[11:0];
          if (!fits) begin
            status        <= RANGE;
            answer_length <= 12'd0;
            phase         <= ANSWER;
          end else begin
            known <= 1'b0;  // the old answer is about to be overwritten
            phase <= op == READ ? ADDRESS : op == WRITE ? TAKE : op == RUN ? EVENT : RESETTING;
          end
        end

        // READ: an item, its bytes, the next item.
        ADDRESS: phase <= left == 12'd0 ? ANSWER : MEMORY;
        MEMORY: phase <= VALUE;
        VALUE: phase <= PUT;
        PUT: begin
          part <= part + 2'd1;
          if (part == last_part) begin
            part   <= 2'd0;
            left   <= left - 12'd1;
            column <= row_ends ? 7'd0 : column + 7'd1;
            row    <= row + {6'd0, row_ends && exists};
            phase  <= ADDRESS;
          end
        end

        // WRITE: bytes of an item, the item, the next one.
        TAKE: phase <= {4'd0, position} == length ? ANSWER : TAKE_BYTE;
        TAKE_BYTE: begin
          if (part == 2'd0) item <= {10'd0, payload};
          if (part == 2'd1) item[15:8] <= payload;
          if (part == 2'd2) item[17:16] <= payload[1:0];
          position <= position + 12'd1;
          part     <= part == last_part ? 2'd0 : part + 2'd1;
          phase    <= part == last_part ? STORE : TAKE;
        end
        STORE: begin
          column <= row_ends ? 7'd0 : column + 7'd1;
          row    <= row + {6'd0, row_ends && exists};
          phase  <= TAKE;
        end

        // RUN: the events of a step, the step.
        EVENT: phase <= {4'd0, position} + 16'd3 > length && part == 2'd0 ? STEP : EVENT_BYTE;
        EVENT_BYTE: begin
          if (part == 2'd0) event_step[7:0] <= payload;
          if (part == 2'd1) event_step[15:8] <= payload;
          if (part != 2'd2) position <= position + 12'd1;
          part  <= part + 2'd1;
          phase <= part == 2'd2 ? JUDGE : EVENT;
        end
        JUDGE:
        // The event's column is at the buffer's output; an event of a later step stays in hand.
        if (due) begin
          position <= position + 12'd1;
          part     <= 2'd0;
          phase    <= EVENT;
        end else phase <= STEP;
        STEP: if (core_ready) phase <= STEPPING;
        STEPPING:
        if (core_ready && !stepped) begin
          moment <= moment + 12'd1;
          if (moment + 12'd1 == steps) phase <= FLUSH;
          else phase <= part == 2'd3 ? JUDGE : EVENT;
        end
        FLUSH: if (stream_empty) phase <= ANSWER;

        RESETTING: begin
          part <= 2'd1;
          if (part == 2'd1 && core_ready) phase <= ANSWER;
        end

        ANSWER: begin
          send  <= 1'b1;
          phase <= SENDING;
          if (status == OK && op != HELLO && !(known && number == last)) begin
            known         <= 1'b1;
            last          <= number;
            last_length   <= written;
            answer_length <= written;
          end
        end
        default: if (!send && sent) phase <= REST;
      endcase
    end
  end

  // A step that began in the last clock isn't seen in `core_ready` yet.
  reg stepped;
  always @(posedge clock) stepped <= step;
endmodule

`default_nettype wire
