// Sends an answer: mark, sequence number, status, length, payload from the buffer, checksum.
`default_nettype none

module frame_sender (
    input  wire        clock,
    input  wire        reset,
    input  wire        start,         // what follows is held until `done`
    output wire        done,
    input  wire [ 7:0] number,
    input  wire [ 7:0] status,
    input  wire [11:0] length,
    output wire [10:0] read_address,
    input  wire [ 7:0] payload,       // a clock after the address
    output reg  [ 7:0] data,
    output wire        valid,
    input  wire        ready
);
  localparam [3:0] REST = 4'd0, MARK = 4'd1, NUMBER = 4'd2, STATUS = 4'd3, LENGTH_LOW = 4'd4,
      LENGTH_HIGH = 4'd5, FETCH = 4'd6, PAYLOAD = 4'd7, CRC_LOW = 4'd8, CRC_HIGH = 4'd9;

  reg [3:0] field;
  reg [11:0] position;
  wire [15:0] crc;

  assign done = field == REST;
  assign valid = field != REST && field != FETCH;
  assign read_address = position[10:0];

  always @(*)
    case (field)
      MARK: data = 8'h7e;
      NUMBER: data = number;
      STATUS: data = status;
      LENGTH_LOW: data = length[7:0];
      LENGTH_HIGH: data = {4'd0, length[11:8]};
      PAYLOAD: data = payload;
      CRC_LOW: data = crc[7:0];
      default: data = crc[15:8];
    endcase

  crc16 checksum (
      .clock(clock),
      .clear(done),
      .valid(valid && ready && field != MARK && field <= PAYLOAD),
      .data(data),
      .crc(crc)
  );

  wire [11:0] next = position + 12'd1;

  always @(posedge clock) begin
    if (reset) begin
      field    <= REST;
      position <= 12'd0;
    end else if (done) begin
      position <= 12'd0;
      if (start) field <= MARK;
    end else if (field == FETCH) begin
      field <= PAYLOAD;
    end else if (ready) begin
      case (field)
        LENGTH_HIGH: field <= length != 12'd0 ? FETCH : CRC_LOW;
        PAYLOAD: begin
          position <= next;
          field    <= next != length ? FETCH : CRC_LOW;
        end
        CRC_HIGH: field <= REST;
        default: field <= field + 4'd1;
      endcase
    end
  end
endmodule

`default_nettype wire
